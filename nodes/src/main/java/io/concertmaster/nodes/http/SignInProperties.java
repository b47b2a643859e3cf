package io.concertmaster.nodes.http;

import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;
import java.util.List;

/** The settings of {@link HttpRequestNode} that say who signs in, and how. */
final class SignInProperties {
  private SignInProperties() {}

  static List<Property> all() {
    return List.of(
        Property.of(
                "authentication",
                "Authentication",
                PropertyKind.choice(
                    Option.of("none", "None"),
                    Option.of("basic", "User and password"),
                    new Option("digest", "Digest", "User and password that do not go out as such."),
                    Option.of("bearer", "Bearer token"),
                    Option.of("header", "A header"),
                    Option.of("query", "A query parameter"),
                    new Option(
                        "oauth2", "OAuth 2", "Client credentials, or a token that renews itself."),
                    new Option(
                        "credential",
                        "A credential",
                        "Kept apart from the workflow, and never shown again.")))
            .defaultsTo("none")
            .literalOnly(),
        Property.of("user", "User", PropertyKind.text()).when("authentication", "basic", "digest"),
        Property.of("password", "Password", PropertyKind.text("={{ $env.API_PASSWORD }}"))
            .asSecret()
            .when("authentication", "basic", "digest"),
        Property.of("token", "Token", PropertyKind.text("={{ $env.API_TOKEN }}"))
            .asSecret()
            .when("authentication", "bearer"),
        Property.of("secretName", "Name", PropertyKind.text("X-Api-Key"))
            .help("Of the header or the query parameter.")
            .when("authentication", "header", "query"),
        Property.of("secretValue", "Value", PropertyKind.text("={{ $env.API_KEY }}"))
            .asSecret()
            .when("authentication", "header", "query"),
        Property.of("tokenUrl", "Token URL", PropertyKind.text("https://login.example.org/token"))
            .help("Where the server hands out tokens.")
            .when("authentication", "oauth2"),
        Property.of("clientId", "Client ID", PropertyKind.text()).when("authentication", "oauth2"),
        Property.of("clientSecret", "Client secret", PropertyKind.text("={{ $env.API_SECRET }}"))
            .asSecret()
            .when("authentication", "oauth2"),
        Property.of("refreshToken", "Refresh token", PropertyKind.text())
            .help("Empty for a client that signs in as itself.")
            .asSecret()
            .when("authentication", "oauth2"),
        Property.of("scope", "Scope", PropertyKind.text()).when("authentication", "oauth2"),
        Property.of("slot", "Made for", PropertyKind.text("httpHeaderAuth"))
            .help("What n8n calls this kind of credential; of no account here.")
            .literalOnly()
            .when("authentication", "credential"));
  }
}
