package io.concertmaster.nodes.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.Json;
import io.concertmaster.node.testkit.NodeRun;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private static NodeRun markdown(String operation, String text) {
    return NodeRun.of(new Markdown())
        .with("operation", operation)
        .with("text", text)
        .input(Item.of("a", 1));
  }

  private static @Nullable Object result(NodeRun run) throws Exception {
    return run.run().records().getFirst().get("data");
  }

  @Test
  void markdown_becomes_html() throws Exception {
    assertThat(
            result(
                markdown(
                    "toHtml",
                    """
                    #My Title!
                    One *two* **three** `a<b` ~~four~~
                    next... <i>raw</i>

                    - a
                        - b
                    - [x] c

                    1. x

                    > quoted

                    ```js
                    let a = 1;
                    ```

                    | h | n |
                    | - | -: |
                    | v | 1 |

                    ---
                    [link](http://x.y "t") ![alt](i.png)
                    """)))
        .isEqualTo(
            """
            <h1 id="mytitle">My Title!</h1>
            <p>One <em>two</em> <strong>three</strong> <code>a&lt;b</code> <del>four</del>
            next… <i>raw</i></p>
            <ul>
            <li>a<ul>
            <li>b</li>
            </ul></li>
            <li class="task-list-item" style="list-style-type: none;"><input type="checkbox" \
            disabled style="margin: 0px 0.35em 0.25em -1.6em; vertical-align: middle;" checked> c</li>
            </ul>
            <ol>
            <li>x</li>
            </ol>
            <blockquote>
              <p>quoted</p>
            </blockquote>
            <pre><code class="js language-js">let a = 1;
            </code></pre>
            <table>
            <thead>
            <tr>
            <th>h</th>
            <th style="text-align:right;">n</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td>v</td>
            <td style="text-align:right;">1</td>
            </tr>
            </tbody>
            </table>
            <hr />
            <p><a href="http://x.y" title="t">link</a> <img src="i.png" alt="alt" /></p>\
            """);
  }

  @Test
  void settings_change_the_html() throws Exception {
    assertThat(
            result(
                markdown("toHtml", "# A b\n# A b\nx\ny http://z.de.")
                    .with("headingIds", "dashes")
                    .with("idPrefix", "p-")
                    .with("firstLevel", 2)
                    .with("lineBreaks", true)
                    .with("linkAddresses", true)
                    .with("newWindow", true)))
        .isEqualTo(
            "<h2 id=\"p-a-b\">A b</h2>\n<h2 id=\"p-a-b-1\">A b</h2>\n<p>x<br />\ny "
                + "<a href=\"http://z.de\" rel=\"noopener noreferrer\" target=\"_blank\">"
                + "http://z.de</a>.</p>");
    assertThat(
            result(
                markdown("toHtml", "#a\n~~b~~")
                    .with("strikethrough", false)
                    .with("spaceBehindHash", true)
                    .with("wholeDocument", true)))
        .isEqualTo(
            "<!DOCTYPE HTML>\n<html>\n<head>\n<meta charset=\"utf-8\">\n</head>\n<body>\n"
                + "<p>#a\n~~b~~</p>\n</body>\n</html>");
  }

  @Test
  void html_becomes_markdown() throws Exception {
    assertThat(
            result(
                markdown(
                    "toMarkdown",
                    "<h2>T</h2><script>x</script><p>One <b>two</b> <i>three</i> <s>4</s> a_b</p>"
                        + "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol><li>x</li><li>y</li></ol>"
                        + "<blockquote><p>q</p></blockquote><pre><code class=\"language-js\">let *a*;\n"
                        + "</code></pre><p><a href=\"http://x.y\" title=\"t\">l</a><br>"
                        + "<img src=\"i.png\" alt=\"alt\"><img src=\"data:x\"></p><hr>"
                        + "<table><tr><th>h</th><th>n</th></tr><tr><td>long</td><td>1</td></tr></table>"
                        + "<p>1. no <code>c</code></p>")))
        .isEqualTo(
            """
            ## T

            One **two** _three_ ~~4~~ a\\_b

            * a \s
               * b
            * c

            1. x
            2. y

            > q

            ```js
            let *a*;
            ```

            [l](http://x.y "t") \s
            ![alt](i.png)

            ---

            | h    | n |
            | ---- | - |
            | long | 1 |

            1\\. no `c`\
            """);
  }

  @Test
  void settings_change_the_markdown() throws Exception {
    assertThat(
            result(
                markdown(
                        "toMarkdown",
                        "<nav>n</nav><ul><li>a</li></ul><b>b</b><i>i</i><pre>c</pre>"
                            + "<a href=\"u\">l</a><span>s</span>")
                    .with("bullet", "-")
                    .with("strong", "__")
                    .with("emphasis", "*")
                    .with("indentCode", true)
                    .with("references", true)
                    .with("ignored", List.of("nav"))
                    .with("blocks", List.of("span"))
                    .with("replacements", Json.parse("[{\"find\":\"(s)\",\"with\":\"$1$1\"}]"))))
        .isEqualTo("- a\n\n__b__*i*\n\n    c\n\n[l][1]\n\nss\n\n[1]: u");
  }
}
