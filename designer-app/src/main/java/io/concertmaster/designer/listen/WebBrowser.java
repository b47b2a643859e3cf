package io.concertmaster.designer.listen;

import javafx.application.Application;
import javafx.application.HostServices;
import javafx.stage.Stage;

/** Opens addresses in the person's browser. */
@FunctionalInterface
public interface WebBrowser {
  /** Opens an address; nothing happens where there is no browser. */
  void open(String address);

  /** The system's browser. */
  static WebBrowser system() {
    return address -> services().showDocument(address);
  }

  /** The window is no {@code Application} of JavaFX, which alone gives these services. */
  private static HostServices services() {
    return new Application() {
      @Override
      public void start(Stage stage) {
        throw new IllegalStateException("the window stands already");
      }
    }.getHostServices();
  }
}
