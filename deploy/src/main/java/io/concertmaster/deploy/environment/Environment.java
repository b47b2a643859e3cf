package io.concertmaster.deploy.environment;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.DeployException.Reason;
import io.concertmaster.deploy.Remote;
import io.concertmaster.deploy.ServerLink;
import io.concertmaster.deploy.Trust;
import io.concertmaster.deploy.n8n.N8nServer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A server that somebody has named.
 *
 * @param name by which people and the command line call it
 * @param address such as {@code https://flows.example.org}
 * @param kind what the server is
 * @param project there; n8n has none
 * @param token as bearer token, or n8n's API key; empty where none was given, or it cannot be
 *     opened any more
 */
public record Environment(
    String name, URI address, Kind kind, String project, Trust trust, Optional<String> token) {
  /** What a server is. */
  public enum Kind {
    /** One of ours. */
    CONCERTMASTER,
    /** One of n8n, spoken to by its public API. */
    N8N
  }

  /** The longest name. */
  public static final int LONGEST = 40;

  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*";

  /**
   * An environment.
   *
   * @throws IllegalArgumentException with a sentence for people, when something cannot be so
   */
  public Environment {
    name = name.strip();
    if (name.length() > LONGEST || !name.matches(NAME)) {
      throw new IllegalArgumentException(
          "a name has letters, digits, spaces, “.”, “_” and “-”, "
              + LONGEST
              + " at most, and begins with a letter or a digit");
    }
    if (name.toLowerCase(Locale.ROOT).equals("local")) {
      throw new IllegalArgumentException("“Local” is this machine: choose another name");
    }
    token.ifPresent(secret -> {
      if (!secret.matches("[\\x21-\\x7e]{8,500}")) {
        throw new IllegalArgumentException(
            "a token is one word of 8 to 500 letters, such as cm_… or an API key of n8n");
      }
    });
    new Remote(address, Optional.empty(), project, Optional.empty()).close(); // says what is wrong
  }

  /** One of ours. */
  public Environment(
      String name, URI address, String project, Trust trust, Optional<String> token) {
    this(name, address, Kind.CONCERTMASTER, project, trust, token);
  }

  /**
   * The address that somebody wrote; https where no scheme was written, http for this machine.
   *
   * @throws IllegalArgumentException with a sentence for people, when it is none
   */
  public static URI address(String written) {
    String text = written.strip().replaceFirst("(?<=[^:/])/+$", "");
    String whole = text.contains("://") ? text : "https://" + text;
    try {
      URI address = new URI(whole);
      if (address.getHost() == null
          || address.getRawUserInfo() != null
          || address.getRawFragment() != null) {
        throw new IllegalArgumentException(
            "“" + written + "” is no address: write one such as https://flows.example.org");
      }
      return text.contains("://") || !ServerLink.isLocal(address)
          ? address
          : new URI("http://" + text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "“" + written + "” is no address: write one such as https://flows.example.org", e);
    }
  }

  /** Whether names mean the same environment: capitals make no difference. */
  public boolean isCalled(String other) {
    return name.equalsIgnoreCase(other.strip());
  }

  /**
   * The server; to be closed after use.
   *
   * @throws DeployException when what is to be trusted cannot be read
   */
  public Remote connect() throws DeployException {
    if (kind != Kind.CONCERTMASTER) {
      throw new DeployException(
          Reason.NO_SERVER,
          "“" + name + "” is an n8n server: only deploying goes there, with --target n8n");
    }
    return new Remote(address, token, project, trust.context());
  }

  /**
   * The n8n server; to be closed after use.
   *
   * @throws DeployException when it is none, or what is to be trusted cannot be read
   */
  public N8nServer connectN8n() throws DeployException {
    if (kind != Kind.N8N) {
      throw new DeployException(Reason.NO_SERVER, "“" + name + "” is no n8n server");
    }
    return new N8nServer(address, token, trust.context());
  }

  /** Without the token, so that no log gets it. */
  @Override
  public String toString() {
    return name + " (" + address + ", project " + project + ")";
  }
}
