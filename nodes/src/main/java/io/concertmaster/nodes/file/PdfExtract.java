package io.concertmaster.nodes.file;

import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the text of a PDF, page by page, and what it says about itself. */
final class PdfExtract {
  private PdfExtract() {}

  static JsonObject of(byte[] bytes, Parameters settings, String password, String name)
      throws NodeException, IOException {
    try (PDDocument document = Loader.loadPDF(bytes, password)) {
      int pages = document.getNumberOfPages();
      long most = settings.wholeNumber("mostPages");
      int read = most > 0 ? (int) Math.min(most, pages) : pages;
      List<String> texts = new ArrayList<>();
      for (int page = 1; page <= read; page++) {
        texts.add(text(document, page));
      }
      JsonObject.Builder result =
          JsonObject.builder()
              .put("numpages", pages)
              .put("numrender", read)
              .put("info", PdfFacts.info(document));
      JsonObject metadata = PdfFacts.metadata(document);
      if (!metadata.isEmpty()) {
        result.put("metadata", metadata);
      }
      result.put(
          "text",
          settings.flag("joinPages") ? String.join("\n\n", texts) : JsonArray.copyOf(texts));
      String version = settings.text("version");
      return version.isEmpty() ? result.build() : result.put("version", version).build();
    } catch (InvalidPasswordException e) {
      throw new NodeException(
              "“" + name + "” is locked: set “Password” to the one that opens it", e)
          .atProperty("password");
    }
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    stripper.setLineSeparator("\n");
    stripper.setParagraphStart("");
    stripper.setParagraphEnd("");
    stripper.setPageEnd("");
    stripper.setArticleEnd("");
    // Lines end with a blank where the text has one; it says nothing.
    return stripper.getText(document).replaceAll("[ \t]+\n", "\n").stripTrailing();
  }
}
