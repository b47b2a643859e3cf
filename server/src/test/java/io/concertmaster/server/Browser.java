package io.concertmaster.server;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a browser as pages without scripts need: cookies by path, forms, ways on. */
final class Browser {
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  private final HttpClient client;
  private final String root;
  final Map<String, String> cookies = new LinkedHashMap<>();
  final Map<String, String> headers = new LinkedHashMap<>();

  Browser(HttpClient client, int port) {
    this.client = client;
    this.root = "http://127.0.0.1:" + port;
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET().build());
  }

  /** Sends fields as a form does. */
  HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    String body =
        fields.entrySet().stream()
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Sends fields with a file as a form does. */
  HttpResponse<String> post(
      String path, Map<String, String> fields, String field, String name, String text)
      throws Exception {
    String line = "--b\r\nContent-Disposition: form-data; name=\"";
    StringBuilder body = new StringBuilder();
    fields.forEach((key, value) ->
        body.append(line).append(key).append("\"\r\n\r\n").append(value).append("\r\n"));
    body.append(line).append(field).append("\"; filename=\"").append(name);
    body.append("\"\r\nContent-Type: text/csv\r\n\r\n").append(text).append("\r\n--b--\r\n");
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=b")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
    if (!cookies.isEmpty() && path.startsWith("/inbox")) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    headers.forEach(request::header);
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    for (String each : response.headers().allValues("set-cookie")) {
      String pair = each.split(";", 2)[0];
      String name = pair.substring(0, pair.indexOf('='));
      String value = pair.substring(pair.indexOf('=') + 1);
      if (value.isEmpty()) {
        cookies.remove(name);
      } else {
        cookies.put(name, value);
      }
    }
    return response;
  }

  /** The fields of a page that nobody sees. */
  static Map<String, String> hidden(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher each = HIDDEN.matcher(page);
    while (each.find()) {
      fields.putIfAbsent(
          each.group(1),
          each.group(2).replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"));
    }
    return fields;
  }

  /** Signs in, and says where the server leads on. */
  String signIn(String name, String password) throws Exception {
    Map<String, String> fields = hidden(get("/inbox/signin").body());
    fields.put("name", name);
    fields.put("password", password);
    return way(post("/inbox/signin", fields));
  }

  /** Where an answer leads on; its status where it does not. */
  static String way(HttpResponse<String> response) {
    return response.headers().firstValue("location").orElse("" + response.statusCode());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
