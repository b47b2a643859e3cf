package io.concertmaster.nodes.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonObject;
import io.concertmaster.node.testkit.NodeRun;
import io.concertmaster.node.testkit.Outcome;
import org.junit.jupiter.api.Test;

class RenameFieldsTest {
  private static JsonObject json(String text) {
    return Json.parseObject(text.replace('\'', '"'));
  }

  private static Outcome run(String setting, String value, String record) throws Exception {
    return NodeRun.of(new RenameFields())
        .with(setting, Json.parse(value.replace('\'', '"')))
        .input(Item.of(json(record)))
        .run();
  }

  @Test
  void fields_get_new_names_inside_fields_too() throws Exception {
    assertThat(
            run(
                    "names",
                    "[{'field':'a.b','as':'x.y'},{'field':'c','as':'d'}]",
                    "{'a':{'b':1},'c':2}")
                .records())
        .containsExactly(json("{'a':{},'x':{'y':1},'d':2}"));
    assertThat(run("names", "[{'field':'a','as':''},{'field':'z','as':'y'}]", "{'a':1}").records())
        .containsExactly(json("{'a':1}"));
  }

  @Test
  void patterns_change_names_as_deep_as_told() throws Exception {
    String record = "{'a_a':{'a_a':[{'a_a':1}]}}";
    assertThat(
            run("patterns", "[{'find':'(A)_','replace':'$1-','ignoreCase':true}]", record)
                .records())
        .containsExactly(json("{'a-a':{'a-a':[{'a-a':1}]}}"));
    assertThat(run("patterns", "[{'find':'a','replace':'$b','depth':1}]", record).records())
        .containsExactly(json("{'$b_$b':{'$b_$b':[{'a_a':1}]}}"));
    assertThat(run("patterns", "[{'find':'a','everywhere':false,'depth':0}]", record).records())
        .containsExactly(json("{'_a':{'a_a':[{'a_a':1}]}}"));
  }

  @Test
  void a_wrong_pattern_puts_the_item_aside() throws Exception {
    assertThat(run("patterns", "[{'find':'('}]", "{}").rejected()).hasSize(1);
    assertThat(run("patterns", "[{'find':'a','replace':'$2'}]", "{'a':1}").rejected()).hasSize(1);
  }
}
