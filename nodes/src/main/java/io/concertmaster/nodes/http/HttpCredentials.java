package io.concertmaster.nodes.http;

import io.concertmaster.node.Credential;
import io.concertmaster.node.CredentialSlot;
import io.concertmaster.node.CredentialType;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The credentials with which programs sign in at web servers, and where requests may take them. A
 * field has the name that the same setting has in a node.
 */
public final class HttpCredentials {
  /** A user and a password that go out as such (RFC 7617). */
  public static final CredentialType BASIC =
      type(
          "httpBasic",
          "User and password",
          "HTTP basic authentication.",
          user(),
          secret("password", "Password"));

  /** A token in the header Authorization (RFC 6750). */
  public static final CredentialType BEARER =
      type(
          "httpBearer",
          "Bearer token",
          "Sent as “Authorization: Bearer …”.",
          secret("token", "Token").mandatory().help("Without the word Bearer."));

  /** A header of any name. */
  public static final CredentialType HEADER =
      type("httpHeader", "A header", "A header with a key, such as X-Api-Key.", name(), value());

  /** Bytes that are signed (HMAC), for callers. */
  public static final CredentialType SIGNATURE =
      new CredentialType(
          "httpSignature",
          "Signature",
          "The secret with which callers sign what they send (HMAC with SHA-256).",
          List.of(
              secret("secret", "Secret").mandatory().help("What the caller signs with."),
              Property.of("header", "Header", PropertyKind.text("X-Signature"))
                  .help("In which the signature comes; X-Signature where it is empty.")));

  /** Tokens that are signed (JWT), for callers. */
  public static final CredentialType TOKEN =
      new CredentialType(
          "httpToken",
          "Signed token",
          "What callers sign their tokens with (JWT), sent as “Authorization: Bearer …”.",
          List.of(
              secret("secret", "Secret").help("For tokens signed with HS256; empty: none are."),
              Property.of("publicKey", "Public key", new PropertyKind.Text("", 8))
                  .help("In PEM, for tokens signed with RS256; empty: none are.")));

  private static final CredentialType DIGEST =
      type(
          "httpDigest",
          "Digest",
          "User and password that do not go out as such (RFC 7616).",
          user(),
          secret("password", "Password"));

  private static final CredentialType QUERY =
      type("httpQuery", "A query parameter", "A key in the address.", name(), value());

  private static final CredentialType OAUTH2 =
      type(
          "oauth2",
          "OAuth 2",
          "Client credentials, or a token that renews itself.",
          Property.of("tokenUrl", "Token URL", PropertyKind.text("https://login.example.org/token"))
              .mandatory()
              .help("Where the server hands out tokens."),
          Property.of("clientId", "Client ID", PropertyKind.text())
              .mandatory()
              .help("By which the server knows this program."),
          secret("clientSecret", "Client secret"),
          secret("refreshToken", "Refresh token")
              .help("Empty for a client that signs in as itself."),
          Property.of("scope", "Scope", PropertyKind.text()));

  /** Where a request names who signs in. */
  static final CredentialSlot SLOT =
      CredentialSlot.of("http", "Credential", BASIC, BEARER, HEADER, QUERY, DIGEST, OAUTH2)
          .mandatory()
          .when("authentication", "credential");

  private HttpCredentials() {}

  /** The way to sign in of a credential, as the setting “Authentication” calls it. */
  static String authentication(Credential credential) {
    return switch (credential.type().name()) {
      case "httpBasic" -> "basic";
      case "httpDigest" -> "digest";
      case "httpBearer" -> "bearer";
      case "httpHeader" -> "header";
      case "httpQuery" -> "query";
      case "oauth2" -> "oauth2";
      default -> throw new IllegalArgumentException("not for requests: " + credential);
    };
  }

  /**
   * Refuses an address to which a credential may not be taken, and, where it is said where it may
   * be, ways on which somebody else may listen: with a certificate that nobody checks, by a proxy
   * that reads what goes by unencrypted.
   *
   * @param lines the ways that the request takes
   * @throws NodeException then; the message names the host and the credential
   */
  static void demandHost(Credential credential, URI uri, Lines lines) throws NodeException {
    List<String> allowed =
        Arrays.stream(credential.values().text("hosts").split("[,\\s]+", -1))
            .filter(each -> !each.isEmpty())
            .map(each -> each.toLowerCase(Locale.ROOT))
            .toList();
    if (allowed.isEmpty()) {
      return;
    }
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    if (allowed.stream().noneMatch(each -> fits(each, host))) {
      throw new NodeException(
              "The credential “"
                  + credential.name()
                  + "” may not be taken to "
                  + host
                  + ": correct the URL, or let who keeps the credential allow this host")
          .atProperty("url");
    }
    if (lines.believeAnybody()) {
      throw new NodeException(
              "The credential “"
                  + credential.name()
                  + "” is for some hosts only, so their certificates have to be checked: switch off"
                  + " that any is believed")
          .atProperty("anyCertificate");
    }
    if (lines.haveProxy() && !String.valueOf(uri.getScheme()).equalsIgnoreCase("https")) {
      throw new NodeException(
              "The credential “"
                  + credential.name()
                  + "” is for some hosts only, and a proxy reads what goes by without https: write"
                  + " https, or take the proxy away")
          .atProperty("proxy");
    }
  }

  private static boolean fits(String allowed, String host) {
    return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
  }

  /** The settings of a credential under the names that a node's own have. */
  static Parameters settings(Credential credential) {
    Parameters values = credential.values();
    return name ->
        switch (name) {
          case "secretName" -> values.value("name");
          case "secretValue" -> values.value("value");
          case "authentication" -> authentication(credential);
          default -> values.value(name);
        };
  }

  private static CredentialType type(String name, String label, String help, Property... fields) {
    Property hosts =
        Property.of("hosts", "Allowed hosts", PropertyKind.text("api.example.org, *.example.org"))
            .help("To which requests may take it; empty for all.");
    return new CredentialType(
        name, label, help, Stream.concat(Arrays.stream(fields), Stream.of(hosts)).toList());
  }

  private static Property user() {
    return Property.of("user", "User", PropertyKind.text())
        .mandatory()
        .help("The name with which one signs in.");
  }

  private static Property name() {
    return Property.of("name", "Name", PropertyKind.text("X-Api-Key"))
        .mandatory()
        .help("Of the header or the query parameter.");
  }

  private static Property value() {
    return secret("value", "Value").mandatory().help("The key itself.");
  }

  private static Property secret(String name, String label) {
    return Property.of(name, label, PropertyKind.text()).asSecret();
  }
}
