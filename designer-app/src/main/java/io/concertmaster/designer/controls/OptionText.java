package io.concertmaster.designer.controls;

import io.concertmaster.node.PropertyKind.Option;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Options by their labels; a word that is none of them stands for itself. */
public final class OptionText extends StringConverter<Option> {
  @Override
  public String toString(@Nullable Option option) {
    return option == null ? "" : option.label();
  }

  @Override
  public Option fromString(String text) {
    return Option.of(text, text);
  }
}
