package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import java.util.regex.Pattern;

/** What scripts of n8n may use that ours may not. */
final class Scripting {
  private static final Pattern REQUIRE = Pattern.compile("\\brequire\\s*\\(|\\bimport\\s*\\(");
  private static final Pattern NETWORK =
      Pattern.compile("\\bfetch\\s*\\(|\\bhelpers\\s*\\.|\\$helpers\\b|\\bXMLHttpRequest\\b");

  private Scripting() {}

  /** Says what of a script will not work. */
  static void warn(String parameter, String code, Findings findings) {
    if (REQUIRE.matcher(code).find()) {
      findings.approximated(
          parameter, "the script loads a module: scripts run without any here, so this part fails");
    }
    if (NETWORK.matcher(code).find()) {
      findings.approximated(
          parameter,
          "the script calls an address or one of n8n's helpers: scripts reach no network here, so"
              + " use an HTTP request node for it");
    }
  }
}
