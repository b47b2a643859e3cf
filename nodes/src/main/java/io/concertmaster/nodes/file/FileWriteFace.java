package io.concertmaster.nodes.file;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The face of {@link FileWrite}. */
final class FileWriteFace {
  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("file.write", "Write file")
          .summary("Writes a file or text to this machine")
          .family(Family.FILES)
          .icon("mdmz-save")
          .effect(Effect.IDEMPOTENT)
          .keywords("save", "store", "disk", "append", "log", "export", "output")
          .property(
              Property.of("path", "Path", new PropertyKind.Path(PropertyKind.Target.NEW_FILE))
                  .help("Where to write. Relative paths start at the workflow's folder.")
                  .mandatory())
          .property(
              Property.of(
                      "content",
                      "Write",
                      PropertyKind.choice(
                          Option.of("file", "A file that the item carries"),
                          Option.of("text", "Text")))
                  .defaultsTo("file")
                  .literalOnly())
          .property(
              Property.of("binaryProperty", "File from", PropertyKind.text())
                  .help("The name under which the item carries the file.")
                  .defaultsTo("data")
                  .when("content", "file"))
          .property(
              Property.of("text", "Text", new PropertyKind.Text("", 4))
                  .help("Written as UTF-8.")
                  .when("content", "text"))
          .property(
              Property.of("lineBreak", "End with a line break", PropertyKind.flag())
                  .help("Each text ends its line, so that the next one starts a new one.")
                  .defaultsTo(true)
                  .when("content", "text"))
          .property(
              Property.of(
                      "mode",
                      "When the file is there already",
                      PropertyKind.choice(
                          new Option(
                              "overwrite", "Replace it", "In one step: readers see old or new."),
                          new Option("append", "Append to it", "Exactly once, even after a crash."),
                          new Option("create", "Fail", "Never touches what is there.")))
                  .defaultsTo("overwrite")
                  .literalOnly())
          .property(
              Property.of("createFolders", "Create missing folders", PropertyKind.flag())
                  .defaultsTo(true))
          .property(
              Property.of(
                      "tell",
                      "The item tells",
                      PropertyKind.choice(
                          Option.of("path", "The path and the size"),
                          Option.of("fileName", "The path as it is set, as fileName")))
                  .defaultsTo("path"))
          .documentation(
              """
              Writes one file for each item: the file that the item carries (from *Read files*, \
              *Convert to file* or *HTTP request*), or a text. The items go on unchanged, with the \
              `path` and the `size` in bytes of the file that was written.

              **Replace it** writes beside the target and puts the new file in its place in one \
              step. Whoever reads sees the old file or the new one, never half of one.

              **Append to it** adds to the end, exactly once: when the program is killed in the \
              middle and the run is resumed, what was added is not added again and half a line is \
              taken back. For this a small hidden file, `.NAME.concertmaster-append`, lies beside \
              the target; it holds the last thousand appends and may be deleted while no run is \
              unfinished. Several runs may append to one file at the same time.

              **Fail** writes only where nothing is. A file with exactly the same bytes counts as \
              written, because a run that is resumed finds its own file.

              With *Replace it*, several items with the same path replace each other; the last one \
              stays. Missing folders are created unless you switch that off.
              """)
          .build();

  private FileWriteFace() {}
}
