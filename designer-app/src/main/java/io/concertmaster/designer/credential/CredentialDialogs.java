package io.concertmaster.designer.credential;

import io.concertmaster.designer.frame.OverlayLayer;
import io.concertmaster.designer.inspector.CredentialAccess;
import io.concertmaster.node.CredentialSlot;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** Asks for credentials by dialogs over the window. */
public record CredentialDialogs(WindowCredentials credentials, OverlayLayer overlay)
    implements CredentialAccess {
  @Override
  public ObservableValue<Optional<Map<String, String>>> known() {
    return credentials.known();
  }

  @Override
  public void create(CredentialSlot slot, String name, Consumer<String> made) {
    show(new CredentialCard(credentials, slot.types(), made, overlay::close).named(name));
  }

  @Override
  public void edit(CredentialSlot slot, String name) {
    show(new CredentialCard(credentials, slot.types(), kept -> {}, overlay::close).editing(name));
  }

  private void show(CredentialCard card) {
    overlay.showModal(card, card::mayClose);
    card.focusFirst();
  }
}
