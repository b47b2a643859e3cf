package io.concertmaster.hosted.page;

import io.concertmaster.forms.Accent;
import io.concertmaster.forms.Messages;
import io.concertmaster.model.form.FormTexts;
import java.util.List;

/** Pages that only say something. */
public final class NoticePage {
  private NoticePage() {}

  /** The page that says thanks, in the form's own words where it has some. */
  public static String thanks(Filling filling, String base) {
    FormTexts texts = FormTexts.of(filling.check().form(), filling.languages());
    Messages messages = Messages.of(texts.language());
    return new PageShell(texts.language(), Accent.of(filling.check().form().theme()), base)
        .notice(
            texts.find("form.thanks.title").orElse(messages.say("thanks.title")),
            List.of(texts.find("form.thanks").orElse(messages.say("thanks.text"))));
  }

  /**
   * A page that only says something.
   *
   * @param wanted languages, most wanted first
   * @param what the key of its texts: {@code gone}, {@code missing}, {@code thanks} …
   */
  public static String of(List<String> wanted, String base, String what) {
    Messages messages = Messages.ofFirst(wanted);
    return new PageShell(messages.language(), Accent.DEFAULT, base)
        .notice(messages.say(what + ".title"), List.of(messages.say(what + ".text")));
  }

  /**
   * The same, with a way back to the inbox.
   *
   * @param back where the inbox is
   */
  public static String of(List<String> wanted, String base, String what, String back) {
    Messages messages = Messages.ofFirst(wanted);
    return new PageShell(messages.language(), Accent.DEFAULT, base)
        .notice(
            messages.say(what + ".title"),
            List.of(messages.say(what + ".text")),
            back,
            messages.say("inbox.back"));
  }

  /** The page that is seen while a run still works; it asks again by itself. */
  public static String patience(List<String> wanted, String base) {
    Messages messages = Messages.ofFirst(wanted);
    return new PageShell(messages.language(), Accent.DEFAULT, base)
        .patience(messages.say("patience.title"), messages.say("patience.text"));
  }

  /** The page that says thanks and hands out a file, which browsers fetch by themselves. */
  public static String file(List<String> wanted, String base, GivenFile file) {
    Messages messages = Messages.ofFirst(wanted);
    return new PageShell(messages.language(), Accent.DEFAULT, base)
        .fetching(
            messages.say("thanks.title"),
            messages.say("thanks.file"),
            file.address(),
            file.name() + ", " + messages.size(file.size()));
  }

  /** The last page of a form, in the words of the workflow. */
  public static String ending(List<String> wanted, String base, String title, String text) {
    Messages messages = Messages.ofFirst(wanted);
    return new PageShell(messages.language(), Accent.DEFAULT, base)
        .notice(
            title.isBlank() ? messages.say("thanks.title") : title,
            text.isBlank() ? List.of() : text.lines().toList());
  }
}
