package io.concertmaster.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The face of a node type.
 *
 * @param type the id in files, {@code family.action} such as {@code flow.if}
 * @param version counts up when the meaning of parameters changes; files name it
 * @param name the name in the palette, and of a new node
 * @param summary one short line in the palette
 * @param family the palette's group
 * @param icon the literal of a Material Design icon as Ikonli's material2 pack names it, such as
 *     {@code mdal-call_split}
 * @param inputs none for triggers and notes
 * @param outputs in the order of the canvas, top first
 * @param properties in the order of the inspector
 * @param credentials where the node names credentials
 * @param effect what a crash in the middle means
 * @param keywords further words under which a search finds the node
 * @param documentation a few paragraphs in Markdown: what it does, an example, what to look out for
 * @param standIn whether it only stands for something that is not available here: people are not
 *     offered it, and a check tells them that it cannot run
 */
public record NodeDescriptor(
    String type,
    int version,
    String name,
    String summary,
    Family family,
    String icon,
    List<Port> inputs,
    List<Port> outputs,
    List<Property> properties,
    List<CredentialSlot> credentials,
    Effect effect,
    List<String> keywords,
    String documentation,
    boolean standIn) {
  public NodeDescriptor {
    if (!type.matches("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)+")) {
      throw new IllegalArgumentException("not a node type: " + type);
    }
    if (version < 1) {
      throw new IllegalArgumentException("versions count from 1");
    }
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    properties = List.copyOf(properties);
    credentials = List.copyOf(credentials);
    keywords = List.copyOf(keywords);
  }

  /** Whether runs begin at nodes of this type. */
  public boolean isTrigger() {
    return family == Family.TRIGGERS;
  }

  /** Whether nodes of this type only say something to people and never run. */
  public boolean isNote() {
    return family == Family.NOTES;
  }

  /** The property of a name. */
  public Optional<Property> property(String wanted) {
    return properties.stream().filter(property -> property.name().equals(wanted)).findFirst();
  }

  /** The place for a credential, by its name. */
  public Optional<CredentialSlot> credential(String wanted) {
    return credentials.stream().filter(slot -> slot.name().equals(wanted)).findFirst();
  }

  /**
   * Describes a node type with one input and one output that computes only; change what differs.
   */
  public static Builder of(String type, String name) {
    return new Builder(type, name);
  }

  /** Collects a descriptor's parts. */
  public static final class Builder {
    private final String type;
    private final String name;
    private int version = 1;
    private String summary = "";
    private Family family = Family.DATA;
    private String icon = "mdomz-widgets";
    private List<Port> inputs = List.of(Port.main());
    private List<Port> outputs = List.of(Port.main());
    private final List<Property> properties = new ArrayList<>();
    private final List<CredentialSlot> credentials = new ArrayList<>();
    private Effect effect = Effect.PURE;
    private List<String> keywords = List.of();
    private String documentation = "";
    private boolean standIn;

    private Builder(String type, String name) {
      this.type = type;
      this.name = name;
    }

    public Builder version(int number) {
      version = number;
      return this;
    }

    public Builder summary(String line) {
      summary = line;
      return this;
    }

    public Builder family(Family group) {
      family = group;
      return this;
    }

    public Builder icon(String literal) {
      icon = literal;
      return this;
    }

    public Builder inputs(Port... ports) {
      inputs = List.of(ports);
      return this;
    }

    public Builder outputs(Port... ports) {
      outputs = List.of(ports);
      return this;
    }

    public Builder property(Property property) {
      properties.add(property);
      return this;
    }

    public Builder credential(CredentialSlot slot) {
      credentials.add(slot);
      return this;
    }

    public Builder effect(Effect kind) {
      effect = kind;
      return this;
    }

    public Builder keywords(String... words) {
      keywords = List.of(words);
      return this;
    }

    public Builder documentation(String markdown) {
      documentation = markdown;
      return this;
    }

    public Builder standIn() {
      standIn = true;
      return this;
    }

    public NodeDescriptor build() {
      return new NodeDescriptor(
          type,
          version,
          name,
          summary,
          family,
          icon,
          inputs,
          outputs,
          properties,
          credentials,
          effect,
          keywords,
          documentation,
          standIn);
    }
  }
}
