package io.concertmaster.n8n.mapping;

import io.concertmaster.model.edit.Slug;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which of n8n's places for credentials is which of ours, both ways. Only names come over: what
 * they stand for is in no file.
 */
public final class CredentialSlots {
  /** What n8n calls the ways of webhooks to know their callers. */
  private static final Map<String, String> CALLERS =
      Map.of(
          "basicAuth", "httpBasicAuth",
          "headerAuth", "httpHeaderAuth",
          "bearerAuth", "httpBearerAuth",
          "jwtAuth", "jwtAuth");

  private CredentialSlots() {}

  /**
   * Our slot for one of n8n's.
   *
   * @param type of our node
   * @param parameters of our node
   * @return empty where our node has none for it
   */
  public static Optional<String> ours(String type, JsonObject parameters, String theirs) {
    String ours =
        switch (type) {
          case HttpRequestMapping.OURS -> "http";
          case "sql.query", "sql.insert", "sql.upsert" -> "postgres";
          case "trigger.webhook" -> "caller";
          default -> "";
        };
    return Optional.of(ours)
        .filter(slot -> !slot.isEmpty())
        .filter(slot -> theirs(type, parameters, slot).filter(theirs::equals).isPresent());
  }

  /**
   * n8n's slot for one of ours.
   *
   * @return empty where the node's settings do not say which
   */
  public static Optional<String> theirs(String type, JsonObject parameters, String ours) {
    Object theirs =
        switch (type + "/" + ours) {
          case HttpRequestMapping.OURS + "/http" ->
              "credential".equals(parameters.get("authentication")) ? parameters.get("slot") : "";
          case "sql.query/postgres", "sql.insert/postgres", "sql.upsert/postgres" ->
              PostgresMapping.BY_CREDENTIAL.equals(parameters.get("database")) ? "postgres" : "";
          case "trigger.webhook/caller" ->
              CALLERS.getOrDefault(
                  String.valueOf(parameters.getOrDefault("authentication", "")), "");
          default -> ours;
        };
    return Optional.ofNullable(theirs)
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(slot -> !slot.isEmpty());
  }

  /** The name that a credential of n8n has here: small letters, digits and dashes. */
  public static String name(String theirs) {
    return theirs.isBlank() ? "" : Slug.of(theirs, List.of());
  }
}
