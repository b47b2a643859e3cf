package io.concertmaster.n8n.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The mappings that a program knows, by n8n's type. */
public final class Mappings {
  private final Map<String, NodeMapping> byType = new LinkedHashMap<>();
  private final List<NodeMapping> all;

  /**
   * These mappings.
   *
   * @throws IllegalArgumentException when two map the same type
   */
  public Mappings(Collection<? extends NodeMapping> mappings) {
    all = List.copyOf(mappings);
    for (NodeMapping mapping : all) {
      for (String type : mapping.types()) {
        if (byType.put(type, mapping) != null) {
          throw new IllegalArgumentException("two mappings for " + type);
        }
      }
    }
  }

  /** Those that come with the product. */
  public static Mappings builtIn() {
    return new Mappings(
        Stream.of(
                TriggerMappings.all(),
                FlowMappings.all(),
                DataMappings.all(),
                FileMappings.all(),
                HttpMappings.all(),
                CodeMappings.all())
            .flatMap(List::stream)
            .toList());
  }

  /** These and some more. */
  public Mappings with(NodeMapping... more) {
    return new Mappings(Stream.concat(all.stream(), Stream.of(more)).toList());
  }

  /** The mapping of an n8n type. */
  public Optional<NodeMapping> of(String type) {
    return Optional.ofNullable(byType.get(type));
  }

  /** All of them, in order. */
  public List<NodeMapping> all() {
    return all;
  }
}
