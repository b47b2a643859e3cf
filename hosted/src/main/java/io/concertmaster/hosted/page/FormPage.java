package io.concertmaster.hosted.page;

import io.concertmaster.forms.Accent;
import io.concertmaster.forms.Messages;
import io.concertmaster.forms.Spot;
import io.concertmaster.model.form.FormElement;
import io.concertmaster.model.form.FormElement.Columns;
import io.concertmaster.model.form.FormElement.Field;
import io.concertmaster.model.form.FormElement.Page;
import io.concertmaster.model.form.FormElement.Pages;
import io.concertmaster.model.form.FormElement.Section;
import io.concertmaster.model.form.FormElement.Stack;
import io.concertmaster.model.form.FormElement.Unknown;
import io.concertmaster.model.form.FormElement.Words;
import io.concertmaster.model.form.FormTexts;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * One page of a form as HTML. It works without scripts: buttons send the page, repeatable groups
 * grow by a button, and what a rule hides is hidden when the page comes anew. The script asks the
 * same address what is seen as the answer changes.
 */
public final class FormPage {
  /** The field that tells, of those who are signed in, that what is sent came of our page. */
  public static final String CONFIRM = "confirm";

  /** What the button begins with that shows the page in another language, before its tag. */
  public static final String SPEAK = "lang:";

  /** The id of the form, for what belongs to it and stands elsewhere. */
  private static final String FORM = "fill";

  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9]");

  private static final Parser MARKDOWN = Parser.builder().build();

  /** Addresses of other schemes lead nowhere; without this list {@code data:} is let through. */
  private static final List<String> SCHEMES = List.of("http", "https", "mailto");

  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(SCHEMES))
          .softbreak("<br>")
          .build();

  private final Filling filling;
  private final Filling.Show show;
  private final Surroundings around;
  private final FormTexts texts;
  private final Messages messages;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, String> problems = new HashMap<>();
  private Markup page = new Markup();

  /** Whether what is written stands in a read-only group. */
  private boolean readOnly;

  /**
   * What a page must know of where it stands.
   *
   * @param base where the style and the script lie, such as {@code /forms/}
   * @param address to which it is sent: its own, which may begin at its query. Without one browsers
   *     send it to where it was looked at last, and look there again
   * @param hidden what travels with the page beside the answer, by name
   * @param offered languages to choose among; none where there is no choice
   * @param frame what stands around a task that is opened from an inbox
   * @param files what people sent, to be looked at before the form is filled in
   * @param note key of a text that is said before all else; empty for none
   */
  public record Surroundings(
      String base,
      String address,
      Map<String, String> hidden,
      List<String> offered,
      Optional<Frame> frame,
      List<GivenFile> files,
      String note) {
    public Surroundings {
      hidden = Map.copyOf(hidden);
      offered = List.copyOf(offered);
      files = List.copyOf(files);
    }
  }

  /**
   * Around a page that belongs to an inbox.
   *
   * @param back where the inbox is
   * @param own where the page itself is, in any language
   * @param answerable whether the form may be sent; else it is only looked at
   */
  public record Frame(String back, String own, boolean answerable) {}

  private FormPage(Filling filling, Filling.Show show, Surroundings around) {
    this.filling = filling;
    this.show = show;
    this.around = around;
    this.texts = FormTexts.of(filling.check().form(), filling.languages());
    this.messages = Messages.of(texts.language());
    show.problems().forEach(each -> problems.putIfAbsent(each.pointer(), each.message()));
  }

  /** The page that is to be shown. */
  public static String of(Filling filling, Filling.Show show, Surroundings around) {
    return new FormPage(filling, show, around).html();
  }

  /** The ids, in the page, of the elements that are not seen: what the script hides. */
  public static List<String> hidden(Filling.Show show) {
    return show.seen().hidden().stream().map(Closed::mark).sorted().toList();
  }

  /** The ids, in the page, of the fields that are disabled. */
  public static List<String> disabled(Filling filling, Filling.Show show) {
    Page shown = filling.check().layout().pages().get(show.page());
    return Closed.disabled(shown, show.answer(), show.seen());
  }

  /** The ids, in the page, of the fields that must be filled in as the answer stands. */
  public static List<String> required(Filling filling, Filling.Show show) {
    Page shown = filling.check().layout().pages().get(show.page());
    return Closed.required(shown, show.answer(), show.seen());
  }

  /** The fields that cannot be filled in on the page that is shown, as they travel with it. */
  public static String closed(Filling filling, Filling.Show show) {
    Page shown = filling.check().layout().pages().get(show.page());
    return Closed.of(shown, show.answer(), show.seen()).write();
  }

  private String html() {
    List<Page> pages = filling.check().layout().pages();
    Page shown = pages.get(show.page());
    String title = texts.title();
    String heading = texts.heading(shown);
    page =
        new PageShell(texts.language(), Accent.of(filling.check().form().theme()), around.base())
            .begin(
                (problems.isEmpty() ? "" : messages.say("summary", problems.size()) + ": ")
                    + title
                    + (heading.isEmpty() ? "" : " · " + heading),
                true);
    around.frame().ifPresent(this::back);
    first();
    languages();
    page.open("div").with("class", "card");
    note();
    page.line("h1", title);
    texts.find("form.description").ifPresent(text -> page.line("p", text));
    GivenFile.write(page, messages, around.files());
    if (pages.size() > 1) {
      progress(pages);
    }
    new Summary(page, texts, messages, this::id).write(filling.check().layout().root(), show);
    form(shown, heading);
    return PageShell.end(page.close());
  }

  private void back(Frame frame) {
    page.open("nav").with("class", "back").open("a").with("href", frame.back());
    page.text(messages.say("inbox.back")).close().close();
  }

  private void note() {
    if (!around.note().isEmpty()) {
      page.open("p").with("class", "note").with("role", "status");
      page.text(messages.say(around.note())).close();
    }
  }

  /** Where something may be filled in, a button: what is filled in stays. */
  private void languages() {
    if (around.offered().size() < 2) {
      return;
    }
    boolean filled = isAnswerable();
    page.open("nav").with("class", "languages").with("aria-label", messages.say("language"));
    for (String each : around.offered()) {
      java.util.Locale locale = java.util.Locale.forLanguageTag(each);
      if (filled) {
        page.open("button").with("form", FORM).with("name", "do").with("value", SPEAK + each);
      } else {
        page.open("a").with("href", in(each)).with("hreflang", each);
      }
      page.with("lang", each);
      if (each.equals(texts.language())) {
        page.with("aria-current", "true");
      }
      page.text(locale.getDisplayLanguage(locale)).close();
    }
    page.close();
  }

  private boolean isAnswerable() {
    return around.frame().map(Frame::answerable).orElse(true);
  }

  /** The address of this page in a language. */
  private String in(String language) {
    String own = around.frame().map(Frame::own).orElse("");
    return own + (own.contains("?") ? "&lang=" : "?lang=") + language;
  }

  private void progress(List<Page> pages) {
    List<Integer> seen =
        java.util.stream.IntStream.range(0, pages.size())
            .filter(i -> Filling.isSeen(pages.get(i), show.seen()) || i == show.page())
            .boxed()
            .toList();
    int at = seen.indexOf(show.page()) + 1;
    page.open("p").with("class", "progress").text(messages.say("page", at, seen.size())).close();
  }

  /**
   * Enter sends the first button of a form: it goes on, and neither takes an entry away nor changes
   * the language.
   */
  private void first() {
    if (isAnswerable()) {
      page.open("button").with("class", "first").with("form", FORM).with("name", "do");
      page.with("tabindex", "-1").with("aria-hidden", "true");
      page.with("value", isLast() ? "submit" : "next").close();
    }
  }

  private boolean isLast() {
    return filling.forward(show.seen(), show.page()) == show.page();
  }

  private void form(Page shown, String heading) {
    if (!isAnswerable()) {
      page.open("fieldset").with("class", "field").flag("disabled", true);
      shown.elements().forEach(each -> element(each, "", show.answer()));
      page.close();
      return;
    }
    page.open("form").with("id", FORM).with("method", "post").flag("novalidate", true);
    page.with("action", around.address());
    page.with("class", "form").with("data-required", messages.say("required"));
    if (FileFields.asks(shown)) {
      page.with("enctype", "multipart/form-data");
    }
    around.hidden().forEach(page::hidden);
    page.hidden("answer", Json.write(show.answer()));
    page.hidden("page", String.valueOf(show.page()));
    page.hidden("lang", texts.language());
    page.hidden(Closed.NAME, closed(filling, show));
    if (!heading.isEmpty()) {
      page.line("h2", heading);
    }
    shown.elements().forEach(each -> element(each, "", show.answer()));
    page.open("div").with("class", "buttons");
    if (show.page() > 0) {
      button("back", messages.say("back"), "quiet");
    }
    if (isLast()) {
      button("submit", texts.find("form.submit").orElse(messages.say("submit")), "main");
    } else {
      button("next", messages.say("next"), "main");
    }
    page.close().close();
  }

  private void button(String wish, String label, String kind) {
    page.open("button").with("name", "do").with("value", wish).with("class", kind);
    page.text(label).close();
  }

  /**
   * A button that changes the entries of a group.
   *
   * @param entry at which the page is looked at then; else it would be seen from its top
   */
  private void button(String wish, String label, boolean enabled, String entry) {
    page.open("button").with("name", "do").with("value", wish).with("class", "quiet");
    page.with("formaction", "#" + place(entry)).flag("disabled", !enabled).text(label).close();
  }

  /** The id of a group or an entry: always the same, whatever else is on the page. */
  private static String place(String pointer) {
    return "at"
        + NOT_PLAIN
            .matcher(pointer)
            .replaceAll(each -> "-" + Integer.toHexString(each.group().codePointAt(0)) + "-");
  }

  /** The id of a field's control: the same place has the same one within a page. */
  private String id(String pointer) {
    return "f" + ids.computeIfAbsent(pointer, each -> ids.size());
  }

  private void element(FormElement element, String entry, JsonObject data) {
    Spot spot = new Spot(element.at(), entry);
    boolean shown = show.seen().shows(spot);
    page.open("div")
        .with("class", kind(element))
        .with("data-at", Closed.mark(spot))
        .flag("hidden", !shown);
    switch (element) {
      case Section section -> {
        page.open("fieldset").with("class", "section");
        page.line("legend", texts.heading(section));
        section.elements().forEach(each -> element(each, entry, data));
        page.close();
      }
      case Page inner -> {
        page.line("h3", texts.heading(inner));
        inner.elements().forEach(each -> element(each, entry, data));
      }
      case Field field when field.detail().isPresent() -> entries(field, entry, data);
      case Field field -> field(field, entry, data);
      case Words words when words.markdown() ->
          page.open("div")
              .with("class", "words")
              .safe(RENDERER.render(MARKDOWN.parse(texts.words(words))))
              .close();
      case Words words -> page.line("p", texts.words(words));
      case Columns columns -> columns.elements().forEach(each -> element(each, entry, data));
      case Stack stack -> stack.elements().forEach(each -> element(each, entry, data));
      case Pages pages -> pages.elements().forEach(each -> element(each, entry, data));
      case Unknown unknown -> {}
    }
    page.close();
  }

  private static String kind(FormElement element) {
    if (!(element instanceof Columns)) {
      return "element";
    }
    boolean lined = element.elements().stream().allMatch(FormPage::isLine);
    return lined ? "element columns lined" : "element columns";
  }

  /** Whether a part is a label with a single control under it, and nothing behind that. */
  private static boolean isLine(FormElement element) {
    return element instanceof Field field
        && switch (field.kind()) {
          case TEXT,
              LONG_TEXT,
              EMAIL,
              ADDRESS,
              NUMBER,
              INTEGER,
              DATE,
              TIME,
              DATE_TIME,
              SELECT,
              HIDDEN ->
              true;
          case RATING, CHECKBOX, RADIO, MULTI_SELECT, FILE, REPEATED, OTHER -> false;
        };
  }

  private void field(Field field, String entry, JsonObject data) {
    String pointer = Spot.pointer(field, entry);
    @Nullable Object value = field.scope().value(data).orElse(null);
    new Controls(
            page,
            texts,
            messages,
            field,
            id(pointer),
            pointer,
            value,
            problems.getOrDefault(pointer, ""),
            show.seen().requires(field, entry),
            show.seen().enables(new Spot(field.at(), entry)),
            readOnly || field.readOnly())
        .write();
  }

  private void entries(Field field, String entry, JsonObject data) {
    String pointer = Spot.pointer(field, entry);
    EntryName one = new EntryName(texts, messages, field);
    boolean around = readOnly;
    readOnly |= field.readOnly();
    boolean enabled = !readOnly && show.seen().enables(new Spot(field.at(), entry));
    JsonArray entries =
        field.scope().value(data).orElse(null) instanceof JsonArray list ? list : JsonArray.empty();
    page.open("fieldset").with("class", "group").with("id", id(pointer));
    String problem = problems.getOrDefault(pointer, "");
    if (!problem.isEmpty()) {
      page.with("aria-describedby", id(pointer) + "-problem");
    }
    page.open("legend").with("class", "name").text(texts.label(field));
    if (show.seen().requires(field, entry)) {
      page.text(" ").open("span").with("class", "mark").text(messages.say("required")).close();
    }
    page.close();
    texts
        .description(field)
        .ifPresent(text -> page.open("p").with("class", "hint").text(text).close());
    if (!problem.isEmpty()) {
      page.open("p").with("class", "problem").with("id", id(pointer) + "-problem").text(problem);
      page.close();
    }
    page.hidden(pointer + Posted.COUNT, String.valueOf(entries.size()));
    for (int i = 0; i < entries.size(); i++) {
      JsonObject each = entries.get(i) instanceof JsonObject object ? object : JsonObject.empty();
      String at = pointer + "/" + i;
      page.open("fieldset").with("class", "entry").with("id", place(at));
      page.line("legend", one.heading(i));
      element(field.detail().orElseThrow(), at, each);
      String name = one.of(i);
      page.open("div").with("class", "entry-buttons");
      if (i > 0) {
        button("up:" + at, messages.say("move.up", name), enabled, pointer + "/" + (i - 1));
      }
      if (i < entries.size() - 1) {
        button("down:" + at, messages.say("move.down", name), enabled, pointer + "/" + (i + 1));
      }
      boolean isLast = i == entries.size() - 1;
      String next = isLast && i > 0 ? pointer + "/" + (i - 1) : at;
      button("remove:" + at, messages.say("remove", name), enabled, next);
      page.close().close();
    }
    if (entries.size() < field.limit("maxItems").orElse(1_000L)) {
      String added = pointer + "/" + entries.size();
      button("add:" + pointer, messages.say("add", one.word()), enabled, added);
    }
    page.close();
    readOnly = around;
  }
}
