package io.concertmaster.hosted.page;

import io.concertmaster.forms.Messages;
import java.util.List;

/**
 * A file that whoever sees a page may have.
 *
 * @param name what it is called
 * @param size bytes
 * @param address where it is fetched
 */
public record GivenFile(String name, long size, String address) {
  /** Writes the list of files; nothing where there are none. */
  static void write(Markup page, Messages messages, List<GivenFile> files) {
    if (files.isEmpty()) {
      return;
    }
    page.open("section").with("class", "files").with("aria-labelledby", "files");
    page.open("h2").with("id", "files").text(messages.say("task.files")).close();
    page.open("ul");
    for (GivenFile each : files) {
      page.open("li").open("a").with("href", each.address()).flag("download", true);
      page.text(each.name()).close();
      page.text(" ").open("span").with("class", "size").text(messages.size(each.size())).close();
      page.close();
    }
    page.close().close();
  }
}
