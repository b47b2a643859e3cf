package io.concertmaster.model.expression.library;

import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Frame;
import io.concertmaster.node.data.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A record as the text of a web form: {@code name=value&name=value} (WHATWG URL Standard §5). */
final class FormText {
  private FormText() {}

  static String of(Frame frame, JsonObject record) {
    StringBuilder text = new StringBuilder();
    record.forEach((name, value) -> {
      String encoded =
          (text.isEmpty() ? "" : "&") + encode(name) + "=" + encode(Conversions.text(frame, value));
      frame.chargeText((long) text.length() + encoded.length());
      text.append(encoded);
    });
    return text.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
