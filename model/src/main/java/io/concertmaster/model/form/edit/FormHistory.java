package io.concertmaster.model.form.edit;

import io.concertmaster.model.edit.UndoHistory;
import io.concertmaster.model.form.Form;
import io.concertmaster.node.data.Json;
import org.jspecify.annotations.Nullable;

/** A form and the way it came about. */
public final class FormHistory extends UndoHistory<Form> {
  /** A history that begins with a form, which counts as saved. */
  public FormHistory(Form start) {
    super(start, Step::new);
  }

  /** Two forms that share all parts which did not change, so it holds what changed and no more. */
  private record Step(Form from, Form to) implements Delta<Form> {
    @Override
    public Form apply(Form before) {
      return to;
    }

    @Override
    public Delta<Form> reversed() {
      return new Step(to, from);
    }

    @Override
    public boolean isEmpty() {
      return from.id().equals(to.id())
          && from.name().equals(to.name())
          && same(from.schema(), to.schema())
          && same(from.ui(), to.ui())
          && same(from.texts(), to.texts())
          && same(from.theme(), to.theme())
          && same(from.unknown(), to.unknown());
    }

    /** Orders count too: that of fields, of languages. */
    @SuppressWarnings("ReferenceEquality") // the same part needs no look inside
    private static boolean same(@Nullable Object one, @Nullable Object other) {
      return one == other || Json.write(one).equals(Json.write(other));
    }
  }
}
