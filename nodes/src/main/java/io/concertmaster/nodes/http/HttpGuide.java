package io.concertmaster.nodes.http;

/** What people read about {@link HttpRequestNode}. */
final class HttpGuide {
  static final String TEXT =
      """
      Sends one request for each item, one after the other, and sends the answers on. Every \
      setting may hold an expression, such as `={{ $json.base }}/orders/{{ $json.id }}`.

      **The answer.** JSON objects become the item; of a JSON list each element becomes an item; \
      other JSON values and text go into the field `data`; everything else becomes a file under \
      `data`, with `fileName`, `mimeType` and `size`. An empty answer gives an empty item. With \
      *Status and headers too* the item is `{ statusCode, headers, body }`, header names in small \
      letters. Answers are read to the disk, so large files are no trouble.

      **Errors.** A status from 400 on is an error, unless *Any status is fine*. The message names \
      method, address without its query, status and the beginning of the answer; passwords, tokens \
      and the values of query parameters are blacked out. Set the node's *retry* to try again; a \
      server's `Retry-After` is told in the message, but the wait is the one that you set.

      **After a crash.** GET, HEAD and OPTIONS only read, PUT and DELETE may be repeated by their \
      definition (RFC 9110): they run again when a crash cut them short. POST and PATCH do not, \
      because the server may have done its work already, unless you switch on *Send an idempotency \
      key* and the server knows such keys: the same request then carries the same key on every try.

      **Secrets.** Do not write passwords and tokens into the workflow: use `={{ $env.API_TOKEN }}`.

      **Limits.** At most five redirects are followed, never from https to http; to another server \
      they go without your headers and authentication. Addresses at which clouds hand out their \
      machines' secrets (169.254.0.0/16 and their like) are never called. Reading several pages of \
      a list in one node does not exist yet: build a loop, or ask for a large page.
      """;

  private HttpGuide() {}
}
