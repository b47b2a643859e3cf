package io.concertmaster.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.model.expression.TestScope;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Scripts;
import io.concertmaster.node.Scripts.Dialect;
import io.concertmaster.node.data.BinaryData;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The names that scripts of Code nodes find, beside those of expressions. */
class ScriptNamesTest {
  private static ScriptHost host;

  @BeforeAll
  static void start() {
    host = new ScriptHost(HostSettings.DEFAULT.withProcesses(1));
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static @Nullable Object script(String code) throws Exception {
    Item item =
        new Item(
            JsonObject.of("a", 1),
            Map.of("photo", new BinaryData("7", "photo.png", "image/png", 3)),
            List.of());
    Scripts scripts =
        host.scripts(
            TestScope.withItems(item).node("X", JsonObject.of("b", 2)),
            line -> {},
            new FewFiles(Map.of("7", new byte[] {1, (byte) 0xFF, 3})));
    try (Scripts.Work work = scripts.begin(Scripts.Script.of(code, Dialect.CODE))) {
      return work.all().value();
    }
  }

  private static @Nullable Object value(String expression) throws Exception {
    return script("return " + expression);
  }

  @Test
  void buffersReadAndWriteTextsInEveryEncoding() throws Exception {
    assertThat(value("Buffer.from('héllo 😀').toString('base64')")).isEqualTo("aMOpbGxvIPCfmIA=");
    assertThat(value("Buffer.from('aMOpbGxv', 'base64').toString()")).isEqualTo("héllo");
    assertThat(value("Buffer.from('_-8', 'base64url').toString('hex')")).isEqualTo("ffef");
    assertThat(value("Buffer.from('ff10zz', 'hex').toString('latin1')")).isEqualTo("ÿ\u0010");
    assertThat(value("Buffer.from('né', 'utf16le').toString('ucs2')")).isEqualTo("né");
    assertThat(value("Buffer.from([0xC3, 0x28]).toString()")).isEqualTo("\uFFFD(");
    assertThat(value("new Buffer('a b').toString('base64')")).isEqualTo("YSBi");
  }

  @Test
  void buffersAreTypedArraysWithNodesMethods() throws Exception {
    assertThat(value("Buffer.concat([Buffer.from('a'), new Uint8Array([98])]).toString()"))
        .isEqualTo("ab");
    assertThat(value("[Buffer.byteLength('é€'), Buffer.isBuffer(Buffer.alloc(1).map(x => x))]"))
        .isEqualTo(JsonArray.of(5, true));
    assertThat(value("Buffer.alloc(5, 'ab').slice(1, 4).toString()")).isEqualTo("bab");
    assertThat(
            value(
                "[Buffer.from('abcabc').indexOf('ca'), Buffer.from('ab').equals(Buffer.from('ab'))]"))
        .isEqualTo(JsonArray.of(2, true));
    assertThat(
            value(
                "(b => { b.writeUInt16BE(513, 0); b.writeInt32LE(-2, 2); b.writeDoubleBE(1.5, 6);"
                    + " return [b.readUInt16LE(0), b.readInt32LE(2), b.readDoubleBE(6),"
                    + " b.readUIntBE(0, 2), b.readIntLE(2, 3)] })(Buffer.alloc(14))"))
        .isEqualTo(JsonArray.of(258, -2, 1.5, 513, -2));
    assertThat(value("JSON.stringify(Buffer.from('hi'))"))
        .isEqualTo("{\"type\":\"Buffer\",\"data\":[104,105]}");
  }

  @Test
  void textsAreEncodedAndDecodedAsOnTheWeb() throws Exception {
    assertThat(value("btoa('ÿ') + atob(' aGk= ')")).isEqualTo("/w==hi");
    assertThat(value("[...new TextEncoder().encode('€')]")).isEqualTo(JsonArray.of(226, 130, 172));
    assertThat(value("new TextDecoder().decode(new Uint8Array([0xEF, 0xBB, 0xBF, 104, 0xFF]))"))
        .isEqualTo("h\uFFFD");
    assertThat(value("new TextDecoder('latin1').decode(new Uint8Array([0x80, 0x81, 0xE9]))"))
        .isEqualTo("€\u0081é");
    assertThat(value("new TextDecoder('utf-16le').decode(new Uint8Array([104, 0, 105, 0]))"))
        .isEqualTo("hi");
    assertThat(
            script(
                "const d = new TextDecoder(); return d.decode(new Uint8Array([226, 130]), {stream: true})"
                    + " + d.decode(new Uint8Array([172]))"))
        .isEqualTo("€");
    assertThatThrownBy(
            () -> value("new TextDecoder('utf-8', {fatal: true}).decode(new Uint8Array([255]))"))
        .hasMessageContaining("no utf-8 at position 0");
  }

  @Test
  void addressesAreReadAndChangedAsTheStandardSays() throws Exception {
    assertThat(value("new URL('../x/./y?a=1#f', 'https://u:p@EXAMPLE.com:443/p/q/r').href"))
        .isEqualTo("https://u:p@example.com/p/x/y?a=1#f");
    assertThat(value("new URL('http://bücher.de/ü?q=ü#é').href"))
        .isEqualTo("http://xn--bcher-kva.de/%C3%BC?q=%C3%BC#%C3%A9");
    assertThat(
            value(
                "['http://0x7f.1/', 'http://[1:0:0:0::8]:80/', 'mailto:a@b.c', 'file:///a/../b']"
                    + ".map(each => new URL(each).href)"))
        .isEqualTo(
            JsonArray.of("http://127.0.0.1/", "http://[1::8]/", "mailto:a@b.c", "file:///b"));
    assertThat(
            script(
                "const u = new URL('http://a.b/?x=1&x=2'); u.searchParams.set('x', 'ä b');"
                    + " u.port = '8080'; u.hash = 'top'; return u.href"))
        .isEqualTo("http://a.b:8080/?x=%C3%A4+b#top");
    assertThat(value("new URLSearchParams({q: 'a&b', r: '*~'}).toString()"))
        .isEqualTo("q=a%26b&r=*%7E");
    assertThat(value("URL.canParse('nowhere')")).isEqualTo(false);
    assertThatThrownBy(() -> value("new URL('http://a b/')")).hasMessageContaining("Invalid URL");
  }

  @Test
  void clonesAreDeepAndFunctionsCannotBeCloned() throws Exception {
    assertThat(
            script(
                "const a = {list: [1, {d: new Date(0)}], map: new Map([[1, {z: 1}]])}; a.self = a;"
                    + " const c = structuredClone(a);"
                    + " return [c.self === c, c.list !== a.list, c.list[1].d.getTime(), c.map.get(1).z]"))
        .isEqualTo(JsonArray.of(true, true, 0, 1));
    assertThatThrownBy(() -> value("structuredClone({f() {}})"))
        .hasMessageContaining("a function cannot be cloned");
  }

  @Test
  void hashesAndRandomValuesComeFromTheModuleCrypto() throws Exception {
    assertThat(value("require('crypto').createHash('md5').update('a').update('b').digest('hex')"))
        .isEqualTo("187ef4436122d1cc2f40dc2b92f0eba0");
    assertThat(
            value("require('node:crypto').createHmac('sha256', 'key').update('').digest('base64')"))
        .isEqualTo("XV0TlWPJW1lnub2ajJsjOp3ttFByeUzSMtwbdIMmB9A=");
    assertThat(value("/^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(crypto.randomUUID())")).isEqualTo(true);
    assertThat(value("require('crypto').randomBytes(8).length")).isEqualTo(8L);
  }

  @Test
  void whatIsNotThereSaysWhatIs() {
    assertThatThrownBy(() -> value("require('fs')"))
        .isInstanceOf(NodeException.class)
        .hasMessage(
            "require('fs') is not available in scripts: crypto, buffer, url, luxon are; for others"
                + " use what JavaScript offers, or another node [line 1]");
    assertThatThrownBy(() -> value("await this.helpers.httpRequest({})"))
        .hasMessageContaining("use an HTTP Request node");
  }

  @Test
  void filesOfTheInputAreReadAndNewOnesMade() throws Exception {
    assertThat(value("[...await this.helpers.getBinaryDataBuffer(0, 'photo')]"))
        .isEqualTo(JsonArray.of(1, 255, 3));
    assertThat(value("await $helpers.prepareBinaryData(Buffer.from('hi'), 'a.csv')"))
        .isEqualTo(
            JsonObject.of("data", "aGk=", "mimeType", "text/csv")
                .with("fileName", "a.csv")
                .with("fileExtension", "csv"));
    assertThatThrownBy(() -> value("await this.helpers.getBinaryDataBuffer(0, 'film')"))
        .hasMessageContaining("has no file “film”");
  }

  @Test
  void anotherItemsNamesAreSeenThroughItem() throws Exception {
    assertThat(value("[$item(0).$json.a, $item(0).$node['X'].json.b]"))
        .isEqualTo(JsonArray.of(1, 2));
  }

  @Test
  void timersRunWhileTheScriptWaits() throws Exception {
    assertThat(
            script(
                "const seen = []; setTimeout(() => seen.push('late'), 20);"
                    + " clearTimeout(setTimeout(() => seen.push('never'), 1));"
                    + " queueMicrotask(() => seen.push('soon'));"
                    + " await new Promise(done => setTimeout(done, 40)); return [seen.join()]"))
        .isInstanceOf(JsonArray.class);
  }
}
