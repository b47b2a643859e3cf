package io.concertmaster.model.expression;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Random expressions over edge values, from the part of the language that any JavaScript engine
 * shares: no extension methods, no iterators, no text of numbers beyond 2^53.
 */
public final class RandomExpressions {
  /** The record that they see; JSON that is JavaScript too. */
  public static final String RECORD =
      """
      {"zero": 0, "one": 1, "neg": -3, "half": 0.5, "tiny": 5e-324, "small": 1.5e-7,\
       "big": 9007199254740991, "huge": 1e21, "max": 1.7976931348623157e308, "empty": "",\
       "digits": "42", "word": "Hello World", "spaces": "  a b ", "hex": "0x1F", "exp": "1e3",\
       "accent": "Éa\\u0301ß", "smile": "a😀b", "half surrogate": "\\ud83dx", "lines": "a\\nb\\r\\nc",\
       "yes": true, "no": false, "nothing": null, "list": [3, 1, 2], "none": [],\
       "mixed": [1, "1", null, true, [2, [3]], {"a": 1}], "nested": {"a": {"b": [1, {"c": "x"}]}},\
       "blank": {}, "people": [{"name": "Ann", "age": 30}, {"name": "bob", "age": 4},\
       {"name": "Cid", "age": 30}]}\
      """;

  private static final List<String> FIELDS =
      List.of(
          "zero", "one", "neg", "half", "tiny", "small", "big", "huge", "max", "empty", "digits",
          "word", "spaces", "hex", "exp", "accent", "smile", "lines", "yes", "no", "nothing",
          "list", "none", "mixed", "nested", "blank", "people", "missing");

  private static final List<String> LITERALS =
      List.of(
          "0",
          "-0",
          "1",
          "-1",
          "2",
          "10",
          "0.1",
          "1e21",
          "1e-7",
          "0xff",
          "1_000",
          "NaN",
          "Infinity",
          "-Infinity",
          "4294967296",
          "2147483648",
          "-2147483649",
          "''",
          "'a'",
          "'b,c'",
          "'12'",
          "' 7 '",
          "'-0'",
          "'Infinity'",
          "'x'",
          "'é'",
          "'😀'",
          "true",
          "false",
          "null",
          "undefined",
          "[]",
          "[1, 2, 3]",
          "['b', 'a']",
          "[[1], [2, [3]]]",
          "[null, undefined]",
          "({})",
          "({a: 1, b: 'x'})",
          "({2: 'b', 1: 'a', z: 0})",
          "({valueOf: () => 7})",
          "({toString: () => 'T'})",
          "9007199254740993",
          "123456789.125",
          "0.000001",
          "1e300");

  private static final List<String> BINARY =
      List.of(
          "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>", "<", ">", "<=", ">=", "==",
          "!=", "===", "!==", "&&", "||");

  private static final List<String> UNARY = List.of("-", "+", "!", "~", "typeof ", "void ");

  /** # is any expression, f a function of one, g a comparison, s a text, i a small number. */
  private static final List<String> METHODS =
      List.of(
          "replace(/[a-c]|\\d+/, '<$&>')",
          "replace(/(o)\\1?|(l+)/gu, '[$1$2]')",
          "replaceAll(/\\s+/gm, '_')",
          "replace(/(?<=l)l|^./gu, x => x.toUpperCase())",
          "split(/[,o ]/)",
          "split(/(l|\\d)/)",
          "match(/\\w+/)?.[0]",
          "match(/[a-zA-Z]{1,3}/gm)",
          "search(/[^a-z]/)",
          "charAt(i)",
          "at(i)",
          "charCodeAt(i)",
          "codePointAt(i)",
          "slice(i)",
          "slice(i, i)",
          "substring(i, i)",
          "substr(i, i)",
          "toUpperCase()",
          "toLowerCase()",
          "trim()",
          "trimStart()",
          "trimEnd()",
          "padStart(i, s)",
          "padEnd(i, s)",
          "padStart(i)",
          "indexOf(s)",
          "indexOf(s, i)",
          "lastIndexOf(s)",
          "lastIndexOf(s, i)",
          "includes(s)",
          "includes(#)",
          "startsWith(s)",
          "startsWith(s, i)",
          "endsWith(s)",
          "endsWith(s, i)",
          "split(s)",
          "split(s, i)",
          "split()",
          "replace(s, s)",
          "replaceAll(s, '[$&$`$1$$]')",
          "replaceAll(s, x => x + '!')",
          "concat(#)",
          "concat(#, s)",
          "toString()",
          "normalize('NFD')",
          "map(f)",
          "map((x, k) => k)",
          "filter(f)",
          "find(f)",
          "findIndex(f)",
          "findLast(f)",
          "findLastIndex(f)",
          "some(f)",
          "every(f)",
          "flatMap(x => [x, x])",
          "reduce((a, x) => a + x)",
          "reduce((a, x) => a + x, #)",
          "reduceRight((a, x) => a + '-' + x)",
          "flat()",
          "flat(i)",
          "flat(Infinity)",
          "join()",
          "join(s)",
          "indexOf(#)",
          "lastIndexOf(#)",
          "toReversed()",
          "toSorted()",
          "toSorted(g)",
          "slice(i).reverse()",
          "slice().sort()",
          "with(0, #)",
          "toFixed(2)",
          "toFixed(i)",
          "toPrecision(3)",
          "toPrecision(12)",
          "toString(2)",
          "toString(36)",
          "toExponential()",
          "toExponential(3)",
          "valueOf()",
          "hasOwnProperty(s)",
          "length",
          "[i]",
          "['length']",
          "a",
          "?.a?.b",
          "[s]",
          "isWellFormed()",
          "toWellFormed()");

  private static final List<String> FUNCTIONS =
      List.of(
          "Math.abs(#)",
          "Math.ceil(#)",
          "Math.floor(#)",
          "Math.round(#)",
          "Math.trunc(#)",
          "Math.sign(#)",
          "Math.sqrt(#)",
          "Math.max(#, #)",
          "Math.min(#, #, #)",
          "Math.max(...#)",
          "Math.fround(#)",
          "(# ** 2)",
          "(2 ** #)",
          "Number(#)",
          "String(#)",
          "Boolean(#)",
          "parseInt(#)",
          "parseInt(#, i)",
          "parseFloat(#)",
          "isNaN(#)",
          "isFinite(#)",
          "Number.isInteger(#)",
          "Number.isSafeInteger(#)",
          "Number.isNaN(#)",
          "/^[\\w ]+$/.test(#)",
          "/(?:a|b|1)+?(.)/.exec(#)?.[1]",
          "/(?<k>[^a])\\k<k>/u.exec(#)?.groups.k",
          "new Date(i * 1e10).toISOString()",
          "new Date(Date.UTC(2024, i, i, i)).toJSON()",
          "[...new Set([#, #, #])]",
          "new Map([[#, 1]]).get(#)",
          "Object.fromEntries(new Map([['k', #]]))",
          "BigInt(i) * 3n + ''",
          "((#) instanceof Array)",
          "String.raw`<${#}>`",
          "Object.keys(#)",
          "Object.values(#)",
          "Object.entries(#)",
          "Object.fromEntries(Object.entries(#))",
          "Object.assign({}, #, #)",
          "Object.is(#, #)",
          "Array.isArray(#)",
          "Array.from(#)",
          "Array.of(#, #)",
          "Array.from({length: i}, (_, k) => k * 2)",
          "JSON.stringify(#)",
          "JSON.stringify(#, null, 2)",
          "JSON.parse(JSON.stringify(#) ?? 'null')",
          "encodeURIComponent(#)",
          "encodeURI(#)",
          "decodeURIComponent(encodeURIComponent(#))",
          "`<${#}>`",
          "[#, ...[#]]",
          "({k: #, ...#})",
          "({[#]: 1})",
          "(#, #)",
          "(({a, ...r}, [b] = [1]) => [a, r, b])(#)",
          "((x = 5, ...y) => [x, y])(#, #)",
          "('a' in #)",
          "('length' in #)",
          "Object.hasOwn(#, s)",
          "String.fromCharCode(i, 97)");

  private static final List<String> CALLBACKS =
      List.of(
          "x => x",
          "x => !x",
          "x => x > 1",
          "x => typeof x",
          "x => x?.name",
          "Boolean",
          "String",
          "Number",
          "({age}) => age > 5",
          "(x, k) => k % 2",
          "x => [x]",
          "x => ({v: x})",
          "(x, k, all) => all.length",
          "x => { return x; }",
          "parseInt");

  private final Random random;
  private final List<String> methods;
  private final List<String> functions;

  /** Expressions of the part that any JavaScript engine shares. */
  public RandomExpressions(long seed) {
    this(seed, List.of(), List.of());
  }

  /**
   * Expressions that use more.
   *
   * @param moreMethods patterns of what stands behind a value and a dot
   * @param moreFunctions patterns of values
   */
  public RandomExpressions(long seed, List<String> moreMethods, List<String> moreFunctions) {
    this.random = new Random(seed);
    this.methods = Stream.concat(METHODS.stream(), moreMethods.stream()).toList();
    this.functions = Stream.concat(FUNCTIONS.stream(), moreFunctions.stream()).toList();
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** The next expression, without braces around it. */
  public String next() {
    return expression(1 + random.nextInt(4));
  }

  private String expression(int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? "$json." + any(FIELDS) : any(LITERALS);
    }
    return switch (random.nextInt(10)) {
      case 0, 1, 2 ->
          "(" + expression(depth - 1) + " " + any(BINARY) + " " + expression(depth - 1) + ")";
      case 3 -> any(UNARY) + "(" + expression(depth - 1) + ")";
      case 4 ->
          "("
              + expression(depth - 1)
              + " ? "
              + expression(depth - 1)
              + " : "
              + expression(depth - 1)
              + ")";
      case 5 -> "(" + expression(depth - 1) + " ?? " + expression(depth - 1) + ")";
      case 6, 7 -> "(" + expression(depth - 1) + ")" + member(depth);
      default -> filled(any(functions), depth);
    };
  }

  private String member(int depth) {
    String method = filled(any(methods), depth);
    return method.startsWith("[") || method.startsWith("?.") ? method : "." + method;
  }

  /** A pattern with its places filled; names in it are longer than one letter. */
  private String filled(String pattern, int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean alone =
          !inName(i > 0 ? pattern.charAt(i - 1) : ' ')
              && !inName(i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ');
      if (c == '#') {
        text.append(expression(depth - 1));
      } else if (alone && c == 'f') {
        text.append(any(CALLBACKS));
      } else if (alone && c == 'g') {
        text.append(any(List.of("(p, q) => p - q", "(p, q) => q - p", "() => 0")));
      } else if (alone && c == 's') {
        text.append(any(List.of("'a'", "' '", "''", "'l'", "','", "'1'", "'o W'", "'name'")));
      } else if (alone && c == 'i') {
        text.append(random.nextInt(12) - 4);
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean inName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '\'' || c == '$';
  }
}
