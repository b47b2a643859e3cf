package io.concertmaster.nodes.http;

/** What people read about {@link HttpRequestNode}. */
final class HttpGuide {
  static final String TEXT =
      """
      Sends one request for each item, one after the other, and sends the answers on. Every \
      setting may hold an expression, such as `={{ $json.base }}/orders/{{ $json.id }}`.

      **The answer.** JSON objects become the item; of a JSON list each element becomes an item; \
      other JSON values and text go into the field `data`. Pictures, sound, archives, PDF and \
      office files become a file under `data`, with `fileName`, `mimeType` and `size`, or with the \
      item as it came. *A file* makes a file of every answer: choose it for a CSV of a million \
      rows. An empty answer gives an empty item. With *Status and headers too* the item is \
      `{ statusCode, statusMessage, headers, body }`, header names in small letters.

      **Pages.** A list that comes in pages is read in one node. *The answer tells the next URL*: \
      `={{ $response.body.next }}`, until it is empty. *A parameter changes*: `={{ $pageCount + 1 \
      }}`, until an answer is empty, has a status, or meets a condition. Expressions of the node \
      see `$pageCount` (pages that have come), `$response` (the newest: `statusCode`, `headers`, \
      `body`) and `$request` (`method`, `url`, `qs`). Give *Most pages* a number where you do not trust \
      the server to end.

      **Errors.** A status from 400 on is an error, unless *Any status is fine*. The message names \
      method, address without its query, status and the beginning of the answer; passwords, tokens \
      and the values of query parameters are blacked out. Set the node's *retry* to try again; a \
      server's `Retry-After` is told in the message, but the wait is the one that you set. A new try sends \
      the requests of all items again, those too that were answered; where that must not be, go over \
      the items by a *Loop* of one. Where the node continues on error, or has an error output, the item's `error` is an object: `{ message, \
      name, code, status, httpCode }`, such as `{{ $json.error.status }}` 404 with the code \
      `ERR_BAD_REQUEST` (`ERR_BAD_RESPONSE` from 500 on), the answer's text in `message`. Without \
      an answer `code` is `ECONNREFUSED`, `ENOTFOUND`, `ECONNABORTED` (too slow), `ECONNRESET` or \
      `EPROTO` (no secure connection), and there is no `status`.

      **After a crash.** GET, HEAD and OPTIONS only read, PUT and DELETE may be repeated by their \
      definition (RFC 9110): they run again when a crash cut them short. POST and PATCH do not, \
      because the server may have done its work already, unless you switch on *Send an idempotency \
      key* and the server knows such keys: the same request then carries the same key on every try.

      **Signing in.** With *a credential*, which is kept apart from the workflow: the file has its \
      name only, and who sees the workflow does not see the password. Or with a password (sent as \
      such, or as a digest), a token, a header, a query parameter, or OAuth 2 of the node's own \
      settings. With OAuth 2 the node fetches a token with the client's own credentials or a \
      refresh token.

      **Secrets.** Do not write passwords and tokens into the workflow: choose a credential, or use \
      `={{ $env.API_TOKEN }}`. A credential can name the hosts to which it may be taken. What a \
      server repeats in its answer becomes data, though: send a credential only to servers that do \
      not tell it to others.

      **Limits.** Redirects are followed (five, unless you say otherwise), never from https to \
      http; to another server they go without your headers and authentication. Addresses at which \
      clouds hand out their machines' secrets (169.254.0.0/16 and their like) are never called.
      """;

  private HttpGuide() {}
}
