package io.concertmaster.model.form;

import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Optional;

/** A part of a form as it is laid out: the typed view of an element of the UI schema. */
public sealed interface FormElement {
  /** Where it stands in the UI schema. */
  ElementPath at();

  /** When it is shown or may be filled in; always where there is none. */
  Optional<Rule> rule();

  /** What stands within it, in reading order. */
  List<FormElement> elements();

  /** Pages, of which one is seen at a time: JSON Forms' {@code Categorization}. */
  record Pages(ElementPath at, Optional<Rule> rule, List<FormElement> elements)
      implements FormElement {
    public Pages {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A page with a heading: {@code Category}.
   *
   * @param key by which texts name it
   * @param label the heading where no text is found
   */
  record Page(
      ElementPath at, Optional<Rule> rule, String key, String label, List<FormElement> elements)
      implements FormElement {
    public Page {
      elements = List.copyOf(elements);
    }
  }

  /** A section with a heading: {@code Group}. */
  record Section(
      ElementPath at, Optional<Rule> rule, String key, String label, List<FormElement> elements)
      implements FormElement {
    public Section {
      elements = List.copyOf(elements);
    }
  }

  /** Elements side by side, one below the other where it is narrow: {@code HorizontalLayout}. */
  record Columns(ElementPath at, Optional<Rule> rule, List<FormElement> elements)
      implements FormElement {
    public Columns {
      elements = List.copyOf(elements);
    }
  }

  /** Elements one below the other: {@code VerticalLayout}. */
  record Stack(ElementPath at, Optional<Rule> rule, List<FormElement> elements)
      implements FormElement {
    public Stack {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A field: {@code Control}.
   *
   * @param scope which value it is; within a repeatable group, seen from an entry
   * @param schema what the value may be; an empty one where the form's schema has no such field
   * @param required whether the schema always asks for it
   * @param choices the values among which to choose; none for other kinds
   * @param options the element's options, for what only some renderers care about
   * @param detail how the entries of a repeatable group are laid out
   * @param key by which texts name it
   * @param label what it is called where no text is found
   */
  record Field(
      ElementPath at,
      Optional<Rule> rule,
      Scope scope,
      JsonObject schema,
      boolean required,
      FieldKind kind,
      List<Choice> choices,
      JsonObject options,
      Optional<FormElement> detail,
      String key,
      String label)
      implements FormElement {
    public Field {
      choices = List.copyOf(choices);
    }

    /** None: the entries of a repeatable group are laid out by {@link #detail}. */
    @Override
    public List<FormElement> elements() {
      return List.of();
    }

    /** Whether it is shown but never filled in. */
    public boolean readOnly() {
      return Boolean.TRUE.equals(options.get("readonly"))
          || Boolean.TRUE.equals(schema.get("readOnly"));
    }

    /** A whole number among the schema's keywords, such as {@code maxLength}. */
    public Optional<Long> limit(String keyword) {
      return schema.get(keyword) instanceof Number number
          ? Optional.of(number.longValue())
          : Optional.empty();
    }
  }

  /**
   * Text to read: {@code Label}.
   *
   * @param text what it says where no text is found
   * @param markdown whether it is Markdown: {@code options.format: markdown}
   */
  record Words(ElementPath at, Optional<Rule> rule, String key, String text, boolean markdown)
      implements FormElement {
    @Override
    public List<FormElement> elements() {
      return List.of();
    }
  }

  /** An element of a type that this program does not know; it is kept and not drawn. */
  record Unknown(ElementPath at, Optional<Rule> rule, JsonObject element) implements FormElement {
    @Override
    public List<FormElement> elements() {
      return List.of();
    }
  }
}
