package io.concertmaster.nodes.foreign;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names that people can read, made from the ids of n8n's node types and kinds of connection: {@code
 * n8n-nodes-base.googleSheets} gives {@code Google Sheets}.
 */
final class ForeignName {
  private static final Pattern WORDS =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_\\s-]+");

  /** Words that are written in another way than with one capital letter. */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("ai", "AI"),
          Map.entry("api", "API"),
          Map.entry("aws", "AWS"),
          Map.entry("crm", "CRM"),
          Map.entry("csv", "CSV"),
          Map.entry("db", "DB"),
          Map.entry("ftp", "FTP"),
          Map.entry("graphql", "GraphQL"),
          Map.entry("html", "HTML"),
          Map.entry("http", "HTTP"),
          Map.entry("imap", "IMAP"),
          Map.entry("json", "JSON"),
          Map.entry("jwt", "JWT"),
          Map.entry("lm", "Model"),
          Map.entry("llm", "LLM"),
          Map.entry("mcp", "MCP"),
          Map.entry("pdf", "PDF"),
          Map.entry("rss", "RSS"),
          Map.entry("sms", "SMS"),
          Map.entry("sql", "SQL"),
          Map.entry("ssh", "SSH"),
          Map.entry("xml", "XML"));

  private ForeignName() {}

  /** The name of a node type; empty for an empty id. */
  static String ofType(String type) {
    return words(type.substring(type.lastIndexOf('.') + 1));
  }

  /** The short name of a kind of connection: {@code ai_languageModel} gives {@code Model}. */
  static String ofKind(String kind) {
    String name = words(kind.startsWith("ai_") ? kind.substring(3) : kind);
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private static String words(String id) {
    StringBuilder name = new StringBuilder();
    for (String word : WORDS.splitAsStream(id).toList()) {
      if (!word.isEmpty()) {
        String lower = word.toLowerCase(Locale.ROOT);
        name.append(name.isEmpty() ? "" : " ")
            .append(
                WRITTEN.getOrDefault(
                    lower, Character.toUpperCase(word.charAt(0)) + word.substring(1)));
      }
    }
    return name.toString();
  }
}
