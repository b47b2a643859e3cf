package io.concertmaster.designer.inspector;

import io.concertmaster.node.CredentialSlot;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** What the inspector knows of credentials: their names and types, and who asks for values. */
public interface CredentialAccess {
  /** Types by name; empty where nobody knows which there are. Changes on the JavaFX thread. */
  ObservableValue<Optional<Map<String, String>>> known();

  /**
   * Asks a person for a new one that fits a slot.
   *
   * @param name that it may get; may be empty
   * @param made told of its name once it is kept
   */
  void create(CredentialSlot slot, String name, Consumer<String> made);

  /** Lets a person change one. */
  void edit(CredentialSlot slot, String name);

  /** Nobody keeps any. */
  CredentialAccess NONE =
      new CredentialAccess() {
        private final ObservableValue<Optional<Map<String, String>>> nothing =
            new SimpleObjectProperty<>(Optional.empty());

        @Override
        public ObservableValue<Optional<Map<String, String>>> known() {
          return nothing;
        }

        @Override
        public void create(CredentialSlot slot, String name, Consumer<String> made) {}

        @Override
        public void edit(CredentialSlot slot, String name) {}
      };
}
