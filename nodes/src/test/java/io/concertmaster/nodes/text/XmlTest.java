package io.concertmaster.nodes.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTest {
  private static final String FEED =
      """
      <?xml version="1.0"?>
      <!DOCTYPE feed>
      <x:feed xmlns:x="urn:x" Version="2">
        <item id="1">one &amp; two</item>
        <item><![CDATA[<b>]]></item>
        <Empty/>
        <note> a  b <i>c</i></note>
      </x:feed>
      """;

  private static NodeRun read(String xml) {
    return NodeRun.of(new Xml()).input(Item.of("data", xml));
  }

  private static JsonObject json(String text) {
    return Json.parseObject(text.replace('\'', '"'));
  }

  @Test
  void a_text_becomes_a_record() throws Exception {
    assertThat(read(FEED).run().records())
        .containsExactly(
            json(
                "{'x:feed':{'xmlns:x':'urn:x','Version':'2','item':[{'_':'one & two','id':'1'},'<b>'],"
                    + "'Empty':'','note':{'_':' a  b ','i':'c'}}}"));
  }

  @Test
  void settings_say_what_becomes_of_attributes_and_texts() throws Exception {
    assertThat(
            read(FEED)
                .with("attributes", "apart")
                .with("attributeKey", "@")
                .with("lists", true)
                .with("normalize", true)
                .with("lowerCase", true)
                .with("keepRoot", false)
                .run()
                .records())
        .containsExactly(
            json(
                "{'@':{'xmlns:x':'urn:x','Version':'2'},'item':[{'_':'one & two','@':{'id':'1'}},'<b>'],"
                    + "'empty':[''],'note':[{'_':'a b','i':['c']}]}"));
    assertThat(read("<a b='c'>d</a>").with("attributes", "none").run().records())
        .containsExactly(JsonObject.of("a", "d"));
  }

  @Test
  @Timeout(20)
  void an_element_may_be_repeated_very_often() throws Exception {
    JsonObject root =
        (JsonObject)
            read("<a>" + "<b>x</b>".repeat(80_000) + "</a>").run().records().getFirst().get("a");

    assertThat((JsonArray) root.get("b")).hasSize(80_000).containsOnly("x");
  }

  @Test
  void reading_stops_when_it_is_cancelled() throws Exception {
    XmlReading reading = new XmlReading("@", "_", "merge", false, true, false, false, false);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> reading.read("<a>" + "<b/>".repeat(9) + "</a>"))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a><b></a>",
        "no xml",
        "",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"
      })
  void what_is_no_xml_or_reads_from_elsewhere_puts_the_item_aside(String xml) throws Exception {
    assertThat(read(xml).run().rejected()).hasSize(1);
  }

  @Test
  void a_record_becomes_a_text() throws Exception {
    assertThat(
            NodeRun.of(new Xml())
                .with("operation", "write")
                .input(
                    Item.of(
                        json(
                            "{'a':{'$':{'id':'<1>'},'_':'t&','b':[1,2.5,true],'c':null,'d':{'e':''}}}")))
                .run()
                .records())
        .containsExactly(
            JsonObject.of(
                "data",
                """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <a id="&lt;1>">
                  t&amp;
                  <b>1</b>
                  <b>2.5</b>
                  <b>true</b>
                  <c/>
                  <d>
                    <e/>
                  </d>
                </a>\
                """));
  }

  @Test
  void several_fields_get_a_root_and_wrong_names_are_refused() throws Exception {
    NodeRun run =
        NodeRun.of(new Xml())
            .with("operation", "write")
            .with("declaration", false)
            .with("cdata", true)
            .with("rootName", "r")
            .input(Item.of(JsonObject.of("a", "<", "b", "x")));
    assertThat(run.run().records())
        .containsExactly(JsonObject.of("data", "<r>\n  <a><![CDATA[<]]></a>\n  <b>x</b>\n</r>"));
    assertThat(run.input(Item.of("a b", 1)).run().rejected()).hasSize(1);
  }
}
