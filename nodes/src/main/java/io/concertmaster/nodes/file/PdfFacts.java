package io.concertmaster.nodes.file;

import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a PDF says about itself: its properties (ISO 32000-1, 14.3.3) and its XMP metadata. */
final class PdfFacts {
  private static final Set<String> STANDARD =
      Set.of(
          "Title",
          "Author",
          "Subject",
          "Keywords",
          "Creator",
          "Producer",
          "CreationDate",
          "ModDate",
          "Trapped");

  private PdfFacts() {}

  static JsonObject info(PDDocument document) {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDAcroForm form = catalog.getAcroForm(null);
    COSDictionary fields = catalog.getCOSObject();
    boolean signed = form != null && form.isSignaturesExist();
    JsonObject.Builder info =
        JsonObject.builder()
            .put("PDFFormatVersion", version(document.getVersion()))
            .put("Language", catalog.getLanguage())
            .put("EncryptFilterName", filter(document))
            .put("IsLinearized", document.getDocument().getLinearizedDictionary() != null)
            .put("IsAcroFormPresent", form != null && !form.getFields().isEmpty())
            .put("IsXFAPresent", form != null && form.hasXFA())
            .put("IsCollectionPresent", fields.getCOSDictionary(COSName.COLLECTION) != null)
            .put("IsSignaturesPresent", signed);
    COSDictionary own = document.getDocumentInformation().getCOSObject();
    JsonObject.Builder custom = JsonObject.builder();
    boolean any = false;
    for (COSName name : own.keySet()) {
      Object value = value(own.getDictionaryObject(name));
      if (value != null && STANDARD.contains(name.getName())) {
        info.put(name.getName(), value);
      } else if (value != null) {
        custom.put(name.getName(), value);
        any = true;
      }
    }
    return any ? info.put("Custom", custom.build()).build() : info.build();
  }

  private static String version(float version) {
    return String.format(Locale.ROOT, "%.1f", version);
  }

  private static @Nullable String filter(PDDocument document) {
    return document.isEncrypted() ? document.getEncryption().getFilter() : null;
  }

  private static @Nullable Object value(@Nullable COSBase value) {
    return switch (value) {
      case COSString text -> text.getString();
      case COSName name -> name.getName();
      case COSNumber number ->
          number.floatValue() == number.longValue()
              ? (Object) number.longValue()
              : (Object) (double) number.floatValue();
      case null, default -> null;
    };
  }

  /** The XMP properties by their names in small letters; empty where there are none. */
  static JsonObject metadata(PDDocument document) throws IOException {
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    if (metadata == null) {
      return JsonObject.empty();
    }
    JsonObject.Builder properties = JsonObject.builder();
    try {
      NodeList descriptions =
          parsed(metadata.toByteArray())
              .getElementsByTagNameNS("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Description");
      for (int i = 0; i < descriptions.getLength(); i++) {
        for (Element each : children(descriptions.item(i))) {
          properties.put(each.getTagName().toLowerCase(Locale.ROOT), property(each));
        }
      }
    } catch (SAXException e) {
      // Metadata that cannot be read is no reason not to read the text.
      return JsonObject.empty();
    }
    return properties.build();
  }

  private static Document parsed(byte[] xmp) throws IOException, SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(xmp));
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java has this parser", e);
    }
  }

  private static List<Element> children(Node node) {
    List<Element> children = new ArrayList<>();
    for (Node each = node.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The text of a property, or the texts of a sequence or bag. */
  private static Object property(Element element) {
    for (Element each : children(element)) {
      if (Set.of("Seq", "Bag").contains(String.valueOf(each.getLocalName()))) {
        return JsonArray.copyOf(
            children(each).stream().map(li -> li.getTextContent().strip()).toList());
      }
    }
    return element.getTextContent().strip();
  }
}
