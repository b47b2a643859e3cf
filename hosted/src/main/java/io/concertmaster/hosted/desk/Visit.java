package io.concertmaster.hosted.desk;

import io.concertmaster.hosted.page.Posted;
import io.concertmaster.hosted.upload.SentFile;
import io.concertmaster.model.form.Form;
import io.concertmaster.model.form.FormTexts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request of a browser.
 *
 * @param posted what was sent; empty where the page is only asked for
 * @param files what was sent with it
 * @param query by name
 * @param languages that the browser wants, most wanted first
 */
public record Visit(
    Optional<Posted> posted,
    List<SentFile> files,
    Map<String, List<String>> query,
    List<String> languages) {
  public Visit {
    files = List.copyOf(files);
    query = Map.copyOf(query);
    languages = List.copyOf(languages);
  }

  /** The languages in which to answer: the one that was chosen on the page goes first. */
  public List<String> wanted() {
    List<String> wanted = new ArrayList<>();
    posted.flatMap(sent -> sent.first("lang")).filter(Visit::isTag).ifPresent(wanted::add);
    wanted.addAll(asked());
    return wanted;
  }

  /** The languages in which the page is shown where nothing is sent: the address goes first. */
  List<String> asked() {
    List<String> asked = new ArrayList<>(chosen().stream().toList());
    asked.addAll(languages);
    return asked;
  }

  private Optional<String> chosen() {
    return query.getOrDefault("lang", List.of()).stream().filter(Visit::isTag).findFirst();
  }

  /** The address itself, from its query on. */
  String address() {
    return query.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(value -> pair(each.getKey(), value)))
        .sorted()
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** An address to go on to, in the language that this one's address names. */
  String on(String address) {
    return chosen().map(each -> in(each, address)).orElse(address);
  }

  /** An address without a query, in a language. */
  static String in(String language, String address) {
    return address + "?lang=" + URLEncoder.encode(language, StandardCharsets.UTF_8);
  }

  static boolean isTag(String text) {
    return text.length() <= 35 && text.matches("[A-Za-z0-9-]+");
  }

  /** The language of pages that belong to no form. */
  String language(List<String> known) {
    return wanted().stream()
        .filter(each -> known.contains(each.split("-", 2)[0]))
        .map(each -> each.split("-", 2)[0])
        .findFirst()
        .orElse("en");
  }

  /** A text that was sent. */
  public String sent(String name) {
    return posted.flatMap(each -> each.first(name)).orElse("");
  }

  /** The languages of a form, for the choice on its page; none where all say the same. */
  static List<String> offered(Form form) {
    return form.texts().values().stream().distinct().count() > 1
        ? FormTexts.languages(form)
        : List.of();
  }
}
