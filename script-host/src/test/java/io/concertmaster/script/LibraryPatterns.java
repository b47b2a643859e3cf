package io.concertmaster.script;

import java.util.List;

/** What random expressions use of n8n's library, dates and regular expressions. */
final class LibraryPatterns {
  static final List<String> METHODS =
      List.of(
          "isEmpty()", "isNotEmpty()", "toTitleCase()", "toSentenceCase()", "toSnakeCase()",
          "toInt()", "toFloat()", "toNumber()", "toBoolean()", "toJsonString()", "urlEncode()",
          "urlDecode()", "quote()", "isNumeric()", "base64Encode()", "hash('sha256')",
          "extractEmail()", "extractUrl()", "removeTags()", "removeMarkdown()", "isEmail()",
          "replaceSpecialChars()", "first()", "last()", "sum()", "min()", "max()", "average()",
          "unique()", "removeDuplicates()", "pluck('name')", "compact()", "chunk(2)",
          "append(#)", "union([1, 2])", "intersection([1, 2])", "difference([1, 2])",
          "renameKeys('name', 'n')", "smartJoin('name', 'age')", "merge()", "hasField('a')",
          "keys()", "values()", "removeField('a')", "keepFieldsContaining('x')",
          "removeFieldsContaining('x')", "round()", "round(1)", "ceil()", "floor()", "abs()",
          "isEven()", "isOdd()", "isInteger()", "format()", "match(/[a-z]+/g)", "match(/(\\w)(\\w)/)",
          "replace(/[aeiou]/g, '*')", "replace(/(?<first>\\w)/, '<$<first>>')", "split(/\\s+/)",
          "search(/o/)", "replaceAll(/l/g, x => x + x)");

  static final List<String> FUNCTIONS =
      List.of(
          "$if(#, #, #)", "$ifEmpty(#, #)", "$min(#, #)", "$max(#, #)", "$not(#)",
          "/^[a-z]/u.test(#)", "new Date(i * 86400000).toISOString()", "new Date(#).getTime()",
          "new Date('2026-03-29T00:30:00Z').getUTCHours()", "Date.UTC(2026, i, 1)",
          "DateTime.fromISO('2026-03-29T01:30:00', {zone: 'Europe/Paris'}).plus({hours: i}).toISO()",
          "DateTime.fromISO('2026-10-25T00:30:00Z', {zone: 'Europe/Paris'}).plus({days: i}).toISO()",
          "DateTime.fromISO('2026-11-01', {zone: 'America/New_York'}).plus({hours: i}).toFormat('yyyy-MM-dd HH:mm ZZ')",
          "DateTime.fromMillis(i * 1e9, {zone: 'utc'}).startOf('week').toISODate()",
          "DateTime.fromISO('2024-02-29').minus({months: i}).toISODate()",
          "DateTime.fromISO('2026-01-31').diff(DateTime.fromISO('2025-12-31'), 'days').days",
          "Duration.fromObject({hours: i}).toISO()", "$now.toISODate()", "$today.plus(i, 'days').weekday",
          "'2026-03-01T10:00:00'.toDateTime().toISODate()", "new Set(#)", "[...new Set([1, 1, 2])]",
          "new Map([['a', #]])", "String(BigInt(3) * 4n)", "new Error('x').message",
          "$jmespath($json, 'people[?age > `5`].name')", "numberList(i, 3)");

  private LibraryPatterns() {}
}
