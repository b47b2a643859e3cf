package io.concertmaster.designer.window;

import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The clipboard: the system's, or one of a window's own where there is no system to ask. */
public interface ClipboardAccess {
  /** The text on it, where there is one. */
  Optional<String> get();

  /** Puts a text on it. */
  void put(String text);

  /** The system's clipboard. */
  static ClipboardAccess system() {
    return new ClipboardAccess() {
      @Override
      public Optional<String> get() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
      }

      @Override
      public void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
      }
    };
  }

  /** A clipboard of this window alone, for where there is no system to ask. */
  static ClipboardAccess ofOwn() {
    return new ClipboardAccess() {
      private Optional<String> content = Optional.empty();

      @Override
      public Optional<String> get() {
        return content;
      }

      @Override
      public void put(String text) {
        content = Optional.of(text);
      }
    };
  }
}
