package io.concertmaster.deploy.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.deploy.DeployException;
import io.concertmaster.deploy.Trust;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments, kept. */
class EnvironmentsTest {
  private static final String TOKEN = "cm_a-token-of-the-server";

  @TempDir Path home;

  private static Environment named(String name, String address) {
    return new Environment(
        name,
        Environment.address(address),
        "default",
        new Trust.Pinned("AA:BB"),
        Optional.of(TOKEN));
  }

  @Test
  void whatIsKeptIsReadAgainAndTheTokenIsNotInTheFile() throws Exception {
    new Environments(home)
        .put(named("Staging", "https://flows.example.org:8420"), Optional.empty());
    Environments read = new Environments(home);
    assertThat(read.find("staging")).contains(named("Staging", "https://flows.example.org:8420"));
    assertThat(Files.readString(read.file())).doesNotContain(TOKEN).contains("flows.example.org");
    assertThat(named("Staging", "https://x").toString()).doesNotContain(TOKEN);
    for (String file : new String[] {"environments.json", "environments.key"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void whoWritesAnotherAddressIntoTheFileGetsNoToken() throws Exception {
    Environments environments = new Environments(home);
    environments.put(named("Staging", "https://flows.example.org"), Optional.empty());
    String text = Files.readString(environments.file());
    Files.writeString(environments.file(), text.replace("flows.example.org", "thief.example.org"));
    Environment found = environments.find("Staging").orElseThrow();
    assertThat(found.address()).isEqualTo(URI.create("https://thief.example.org"));
    assertThat(found.token()).isEmpty();
  }

  @Test
  void aTokenThatCannotBeOpenedStaysWhileOthersAreChanged() throws Exception {
    Environments environments = new Environments(home);
    environments.put(named("One", "https://one.example"), Optional.empty());
    Path key = home.resolve("environments.key");
    byte[] good = Files.readAllBytes(key);
    Files.write(key, new byte[32]);
    assertThat(environments.find("One").orElseThrow().token()).isEmpty();
    environments.put(named("Two", "https://two.example"), Optional.empty());
    Files.write(key, good);
    assertThat(environments.find("One").orElseThrow().token()).contains(TOKEN);
  }

  @Test
  void oneIsRenamedAndTakenAwayAndNoTwoAreCalledTheSame() throws Exception {
    Environments environments = new Environments(home);
    environments.put(named("One", "https://one.example"), Optional.empty());
    environments.put(named("Two", "https://two.example"), Optional.empty());
    assertThatThrownBy(
            () -> environments.put(named("two", "https://x.example"), Optional.of("One")))
        .isInstanceOf(DeployException.class)
        .hasMessageContaining("“Two” already");
    environments.put(named("First", "https://one.example"), Optional.of("One"));
    assertThat(environments.all()).extracting(Environment::name).containsExactly("First", "Two");
    environments.remove("First");
    assertThat(environments.all()).extracting(Environment::name).containsExactly("Two");
  }

  @Test
  void aFileThatIsBrokenOrNewerIsLeftAsItIs() throws Exception {
    Environments environments = new Environments(home);
    for (String text : new String[] {"{ broken", "{\"format\": 2, \"environments\": []}"}) {
      Files.writeString(environments.file(), text);
      assertThatThrownBy(() -> environments.put(named("One", "https://x"), Optional.empty()))
          .isInstanceOf(DeployException.class)
          .hasMessageContaining("environments.json");
      assertThat(Files.readString(environments.file())).isEqualTo(text);
    }
  }

  @Test
  void anAddressIsReadAsPeopleWriteIt() {
    assertThat(Environment.address("flows.example.org/"))
        .isEqualTo(URI.create("https://flows.example.org"));
    assertThat(Environment.address(" localhost:8420"))
        .isEqualTo(URI.create("http://localhost:8420"));
    assertThat(Environment.address("http://10.0.0.1:8420"))
        .isEqualTo(URI.create("http://10.0.0.1:8420"));
    for (String bad : new String[] {"", "a b", "https://", "https://me:secret@x"}) {
      assertThatThrownBy(() -> Environment.address(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void namesThatMeanSomethingElseAreRefused() {
    for (String bad : new String[] {"", "Local", "http://x", "a/b", "x".repeat(41)}) {
      assertThatThrownBy(() -> named(bad, "https://x"))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
