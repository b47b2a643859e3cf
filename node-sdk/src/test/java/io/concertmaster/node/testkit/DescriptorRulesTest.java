package io.concertmaster.node.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.NodeContext;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeResult;
import io.concertmaster.node.NodeType;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptorRulesTest {
  @Test
  void a_complete_descriptor_has_no_complaints() {
    assertThat(DescriptorRules.complaints(new Doubler())).isEmpty();
  }

  @Test
  void an_empty_face_is_named_part_by_part() {
    assertThat(complaints(NodeDescriptor.of("test.bare", "Bare").icon("star")))
        .anyMatch(line -> line.startsWith("summary:"))
        .anyMatch(line -> line.startsWith("icon:"))
        .anyMatch(line -> line.startsWith("documentation:"))
        .anyMatch(line -> line.startsWith("keywords:"));
  }

  @Test
  void properties_are_looked_at_inside_entries_too() {
    Property twice = Property.of("a", "A", PropertyKind.text());
    Property wrongDefault = Property.of("b", "B", PropertyKind.wholeNumber(1, 9)).defaultsTo(12);
    Property lonely = Property.of("c", "C", PropertyKind.flag()).when("mode", "x");
    Property noHelp = Property.of("d", "D", PropertyKind.text()).mandatory();

    assertThat(
            complaints(
                NodeDescriptor.of("test.bare", "Bare")
                    .property(
                        Property.of(
                            "list",
                            "List",
                            PropertyKind.entries(
                                "entry", twice, twice, wrongDefault, lonely, noHelp)))))
        .contains("list: “a” comes twice")
        .contains("list.b: the default 12 is no value of its kind")
        .anyMatch(line -> line.contains("depends on “mode”"))
        .contains("list.d: must be set, so it needs a help text");
  }

  @Test
  void a_choice_without_default_must_be_mandatory() {
    Property choice =
        Property.of(
            "mode",
            "Mode",
            PropertyKind.choice(
                PropertyKind.Option.of("a", "A"), PropertyKind.Option.of("b", "B")));

    assertThat(complaints(NodeDescriptor.of("test.bare", "Bare").property(choice)))
        .contains("mode: a choice needs a default, or must be mandatory");
    assertThat(
            complaints(NodeDescriptor.of("test.bare", "Bare").property(choice.defaultsTo("other"))))
        .contains("mode: the default other is no value of its kind");
  }

  private static List<String> complaints(NodeDescriptor.Builder builder) {
    NodeDescriptor descriptor = builder.build();
    return DescriptorRules.complaints(
        new NodeType() {
          @Override
          public NodeDescriptor descriptor() {
            return descriptor;
          }

          @Override
          public NodeResult run(NodeContext context) {
            return NodeResult.done();
          }
        });
  }
}
