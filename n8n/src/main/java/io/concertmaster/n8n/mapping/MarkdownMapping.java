package io.concertmaster.n8n.mapping;

import io.concertmaster.n8n.report.Findings;
import io.concertmaster.node.Port;
import io.concertmaster.node.data.JsonArray;
import io.concertmaster.node.data.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code markdown}: HTML of Markdown and the other way round. */
final class MarkdownMapping implements NodeMapping {
  private static final String OURS = "text.markdown";
  private static final String THEIRS = "n8n-nodes-base.markdown";

  /** Options of n8n with a flag of ours that says the same: our name, and our default. */
  private static final Map<String, Boolean> FLAGS =
      Map.of("tables", true, "strikethrough", true, "tasklists", true);

  /** Options that change little and that we do not have. */
  private static final List<String> UNKNOWN =
      List.of(
          "backslashEscapesHTMLTags",
          "customizedHeaderId",
          "emoji",
          "ghMentions",
          "rawHeaderId",
          "smartIndentationFix",
          "splitAdjacentBlockquotes",
          "tablesHeaderId",
          "parseImgDimensions");

  @Override
  public List<String> types() {
    return List.of(THEIRS);
  }

  @Override
  public Optional<Mapped> read(ForeignNode node, Findings findings) {
    Options options = new Options(node, findings);
    boolean html = options.choice("mode", "htmlToMarkdown").equals("markdownToHtml");
    Settings ours =
        new Settings()
            .put("operation", html ? "toHtml" : "toMarkdown", "toHtml")
            .put("text", node.value(html ? "markdown" : "html"))
            .put("as", options.text("destinationKey", "data"), "data");
    if (html) {
      html(node, findings, ours);
    } else {
      markdown(node, ours);
    }
    return Optional.of(Mapped.of(OURS, ours.build()));
  }

  private static void html(ForeignNode node, Findings findings, Settings ours) {
    for (String name : UNKNOWN) {
      if (node.flag("options." + name, false)) {
        findings.leftOut("options." + name, "this option of n8n is not in force here");
      }
    }
    FLAGS.forEach((name, usual) ->
        ours.put(
            name.equals("tasklists") ? "taskLists" : name,
            node.value("options." + name, false),
            usual));
    boolean ids = !node.flag("options.noHeaderId", false);
    boolean dashes = node.flag("options.ghCompatibleHeaderId", false);
    ours.put("lineBreaks", node.value("options.simpleLineBreaks"), false)
        .put("linkAddresses", node.value("options.simplifiedAutoLink"), false)
        .put("newWindow", node.value("options.openLinksInNewWindow"), false)
        .put("headingIds", !ids ? "none" : dashes ? "dashes" : "plain", "plain")
        .put("idPrefix", node.value("options.prefixHeaderId"))
        .put("firstLevel", node.value("options.headerLevelStart"), 1L)
        .put("spaceBehindHash", node.value("options.requireSpaceBeforeHeadingText"), false)
        .put("wholeDocument", node.value("options.completeHTMLDocument"), false);
  }

  private static void markdown(ForeignNode node, Settings ours) {
    List<JsonObject> replacements =
        node.objects("options.textReplace.values").stream()
            .map(entry ->
                new Settings()
                    .put("find", entry.get("pattern"))
                    .put("with", entry.get("replacement"))
                    .build())
            .toList();
    ours.put("bullet", node.value("options.bulletMarker"), "*")
        .put("emphasis", node.value("options.emDelimiter"), "_")
        .put("strong", node.value("options.strongDelimiter"), "**")
        .put("fence", node.value("options.codeFence"), "```")
        .put("indentCode", node.text("options.codeBlockStyle", "fence").equals("indented"), false)
        .put("ignored", FieldNames.of(node.value("options.ignore")))
        .put("blocks", FieldNames.of(node.value("options.blockElements")))
        .put("dataImages", node.value("options.keepDataImages"), false)
        .put("references", node.value("options.useLinkReferenceDefinitions"), false)
        .put("mostNewlines", node.value("options.maxConsecutiveNewlines"), 3L)
        .put("replacements", JsonArray.copyOf(replacements))
        .put("escapeAll", node.value("options.globalEscape.value.pattern"))
        .put("escapeAllWith", node.value("options.globalEscape.value.replacement"))
        .put("escapeStart", node.value("options.lineStartEscape.value.pattern"))
        .put("escapeStartWith", node.value("options.lineStartEscape.value.replacement"));
  }

  @Override
  public Optional<Written> write(String type, JsonObject parameters, Findings findings) {
    if (!type.equals(OURS)) {
      return Optional.empty();
    }
    ForeignNode ours = new ForeignNode(JsonObject.of("parameters", parameters));
    boolean html = ours.text("operation", "toHtml").equals("toHtml");
    JsonObject theirs =
        new Settings()
            .put("mode", html ? "markdownToHtml" : null)
            .put(html ? "markdown" : "html", ours.value("text"))
            .put("destinationKey", ours.value("as"), "data")
            .build()
            .with("options", html ? htmlOptions(ours) : markdownOptions(ours));
    return Optional.of(new Written(THEIRS, 1, theirs, List.of(Port.MAIN), List.of(Port.MAIN)));
  }

  private static JsonObject htmlOptions(ForeignNode ours) {
    String ids = ours.text("headingIds", "plain");
    return new Settings()
        .put("tables", ours.value("tables", true), false)
        .put("strikethrough", ours.value("strikethrough", true), false)
        .put("tasklists", ours.value("taskLists", true), false)
        .put("simpleLineBreaks", ours.value("lineBreaks"), false)
        .put("simplifiedAutoLink", ours.value("linkAddresses"), false)
        .put("openLinksInNewWindow", ours.value("newWindow"), false)
        .put("noHeaderId", ids.equals("none"), false)
        .put("ghCompatibleHeaderId", ids.equals("dashes"), false)
        .put("prefixHeaderId", ours.value("idPrefix"))
        .put("headerLevelStart", ours.value("firstLevel"), 1L)
        .put("requireSpaceBeforeHeadingText", ours.value("spaceBehindHash"), false)
        .put("completeHTMLDocument", ours.value("wholeDocument"), false)
        .build();
  }

  private static JsonObject markdownOptions(ForeignNode ours) {
    List<JsonObject> replacements =
        ours.objects("replacements").stream()
            .map(entry ->
                new Settings()
                    .put("pattern", entry.get("find"))
                    .put("replacement", entry.get("with"))
                    .build())
            .toList();
    return new Settings()
        .put("bulletMarker", ours.value("bullet"), "*")
        .put("emDelimiter", ours.value("emphasis"), "_")
        .put("strongDelimiter", ours.value("strong"), "**")
        .put("codeFence", ours.value("fence"), "```")
        .put("codeBlockStyle", ours.flag("indentCode", false) ? "indented" : null)
        .put("ignore", FieldNames.joined(ours.value("ignored")))
        .put("blockElements", FieldNames.joined(ours.value("blocks")))
        .put("keepDataImages", ours.value("dataImages"), false)
        .put("useLinkReferenceDefinitions", ours.value("references"), false)
        .put("maxConsecutiveNewlines", ours.value("mostNewlines"), 3L)
        .put(
            "textReplace",
            replacements.isEmpty() ? null : JsonObject.of("values", JsonArray.copyOf(replacements)))
        .put("globalEscape", escape(ours.value("escapeAll"), ours.value("escapeAllWith")))
        .put("lineStartEscape", escape(ours.value("escapeStart"), ours.value("escapeStartWith")))
        .build();
  }

  private static @Nullable Object escape(@Nullable Object pattern, @Nullable Object replacement) {
    return pattern == null
        ? null
        : JsonObject.of(
            "value",
            new Settings().put("pattern", pattern).put("replacement", replacement).build());
  }
}
