package io.concertmaster.hosted.desk;

import io.concertmaster.hosted.page.FormPage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A task that somebody who is signed in opened from the inbox.
 *
 * @param person who it is, as the answer will say
 * @param confirm what travels in the page, and tells that a post came of it
 * @param confirmed whether what was sent brought that along; without it nothing is answered, and
 *     the page comes again as it was filled in
 * @param answerable whether the person may answer, or only look
 * @param back where the inbox is
 * @param own where the task's page is, in any language
 * @param after where to go on once the task is answered
 */
public record FromInbox(
    String person,
    String confirm,
    boolean confirmed,
    boolean answerable,
    String back,
    String own,
    String after) {
  /**
   * Where a file of the task is.
   *
   * @param node id of the node that asks
   * @param number of the file
   */
  String file(String node, int number) {
    String page = own.split("\\?", 2)[0];
    return page + "/files/" + number + "?node=" + URLEncoder.encode(node, StandardCharsets.UTF_8);
  }

  FormPage.Frame frame() {
    return new FormPage.Frame(back, own, answerable);
  }

  /** Key of what the page says before all else; empty for nothing. */
  String note() {
    if (!answerable) {
      return "inbox.look";
    }
    return confirmed ? "" : "inbox.again";
  }
}
