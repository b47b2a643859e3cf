package io.concertmaster.script.host;

import io.concertmaster.script.wire.Frames;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;

/** The process: reads requests from its standard input and answers on its standard output. */
public final class HostMain {
  private HostMain() {}

  /**
   * Serves until the other side is gone.
   *
   * @param args the time zone of most scripts
   */
  public static void main(String[] args) {
    Frames frames =
        new Frames(
            new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err); // nothing but frames on standard output
    Host host = new Host(new Link(frames), args.length > 0 ? args[0] : "UTC");
    host.start();
    host.listen(frames);
  }
}
