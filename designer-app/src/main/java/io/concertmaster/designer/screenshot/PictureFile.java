package io.concertmaster.designer.screenshot;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** Writes pictures as PNG. */
public final class PictureFile {
  private PictureFile() {}

  /**
   * Writes a picture; says on standard error when that does not work.
   *
   * @return whether it is written
   */
  public static boolean write(Image image, Path file) {
    BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (ImageIO.write(picture, "png", file.toFile())) {
        return true;
      }
      throw new IOException("there is no writer for PNG");
    } catch (IOException e) {
      System.err.println(
          file + ": the picture cannot be written: " + e.getMessage() + "; check the path");
      return false;
    }
  }
}
