package io.concertmaster.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.server.reach.AddressBlock;
import java.net.InetAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For whom a trusted proxy speaks. */
class ForwardedForTest {
  private final ForwardedFor forwarded =
      new ForwardedFor(List.of(AddressBlock.of("10.1.0.0/16"), AddressBlock.of("127.0.0.1")));

  private String client(String proxy, String... headers) {
    HttpFields.Mutable fields = HttpFields.build();
    for (String header : headers) {
      fields.add("X-Forwarded-For", header);
    }
    return forwarded.client(InetAddress.ofLiteral(proxy), fields).getHostAddress();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.7                         | 192.0.2.7",
        "192.0.2.7:4711                    | 192.0.2.7",
        "[2001:db8::7]:4711                | 2001:db8:0:0:0:0:0:7",
        "2001:db8::7                       | 2001:db8:0:0:0:0:0:7",
        "198.51.100.1, 192.0.2.7           | 192.0.2.7", // the first was written by the client
        "198.51.100.1, 192.0.2.7, 10.1.2.3 | 192.0.2.7", // over two of our proxies
        "10.1.9.9, 10.1.2.3                | 10.1.9.9",
        "<script>                          | 0.0.0.0",
        "unknown, 10.1.2.3                 | 0.0.0.0",
        "[                                 | 0.0.0.0",
        "127.0.0.1                         | 0.0.0.0", // the proxy stands on another machine
        "' '                               | 10.1.0.1",
      })
  void theClientIsTheLastAddressThatIsNoProxy(String header, String client) {
    assertThat(client("10.1.0.1", header)).isEqualTo(client);
  }

  @Test
  void manyHeadersAreOneList() {
    assertThat(client("10.1.0.1", "198.51.100.1", "192.0.2.7")).isEqualTo("192.0.2.7");
  }

  @Test
  void withoutTheHeaderItIsTheProxyItself() {
    assertThat(client("10.1.0.1")).isEqualTo("10.1.0.1");
  }

  @Test
  void aProxyOnThisMachineMaySpeakForThisMachine() {
    assertThat(client("127.0.0.1", "127.0.0.1")).isEqualTo("127.0.0.1");
  }
}
