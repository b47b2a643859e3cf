package io.concertmaster.nodes.code;

import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** What the Code node looks like. */
final class CodeFace {
  static final String ALL = "all";
  static final String EACH = "each";

  static final String CODE = "code";
  static final String FUNCTION = "function";
  static final String FUNCTION_ITEM = "functionItem";

  private static final String DEFAULT =
      """
      for (const item of $input.all()) {
        item.json.checked = true;
      }
      return $input.all();
      """;

  private CodeFace() {}

  static NodeDescriptor descriptor() {
    return NodeDescriptor.of("code.javascript", "Code")
        .summary("Runs JavaScript that you write")
        .family(Family.DATA)
        .icon("mdoal-code")
        .keywords("javascript", "script", "function", "program", "js", "loop", "custom")
        .property(
            Property.of(
                    "mode",
                    "Run",
                    PropertyKind.choice(
                        Option.of(ALL, "Once for all items"),
                        Option.of(EACH, "Once for each item")))
                .defaultsTo(ALL)
                .literalOnly())
        .property(
            Property.of("code", "JavaScript", new PropertyKind.Code("javascript"))
                .help("The body of a function: it ends with return.")
                .defaultsTo(DEFAULT)
                .mandatory()
                .literalOnly())
        .property(
            Property.of(
                    "dialect",
                    "Written for",
                    PropertyKind.choice(
                        Option.of(CODE, "This node"),
                        Option.of(FUNCTION, "n8n's Function node"),
                        Option.of(FUNCTION_ITEM, "n8n's Function Item node")))
                .help("What item and items mean in the script; leave it for scripts of your own.")
                .defaultsTo(CODE)
                .literalOnly())
        .documentation(
            """
            Runs a script of yours over the items, where no other node does what you need. The
            script is the body of a JavaScript function and may use `await`.

            **Once for all items**: `$input.all()` is the list of items; return a list of items. An
            item is `{ json: { … } }`; plain objects are made into items by themselves.

            ```
            const items = $input.all();
            return [{ json: { count: items.length, total: items.reduce((s, i) => s + i.json.price, 0) } }];
            ```

            **Once for each item**: `$json` is the item's record, `$input.item` the item; return one
            item, or `null` to drop it.

            ```
            return { ...$json, gross: $json.price * 1.21 };
            ```

            A script sees what expressions see: `$('Other node').all()`, `$workflow`, `$execution`,
            `$now`, `DateTime`, `$jmespath`, `$env`. What `console.log` prints stands in the run's
            log. `$getWorkflowStaticData('global')` is an object that is kept from run to run.

            There are `Buffer`, `atob` and `btoa`, `TextEncoder` and `TextDecoder`, `URL` and
            `URLSearchParams`, `structuredClone`, timers, and `require('crypto')` for hashes and random
            values (`luxon`, `buffer` and `url` besides). `await this.helpers.getBinaryDataBuffer(0,
            'data')` reads a file of the input, up to 32 MB; `await this.helpers.prepareBinaryData(bytes,
            'report.csv')` makes one to return: `{ json: {}, binary: { data: … } }`.

            It runs in a process of its own, with 512 MB of memory and five minutes of time, and
            reaches neither other files nor the network: other modules and `fetch` are not there. Read
            files and call addresses with the nodes for it, before or after this one. An error names
            your line: `… [line 3]`.
            """)
        .build();
  }
}
