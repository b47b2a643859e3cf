package io.concertmaster.nodes.file;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The face of {@link FileRead}. */
final class FileReadFace {
  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("file.read", "Read files")
          .summary("Reads files from this machine, one item for each")
          .family(Family.FILES)
          .icon("mdal-folder_open")
          .effect(Effect.READS)
          .keywords("open", "load", "disk", "folder", "glob", "import", "csv", "excel")
          .property(
              Property.of("path", "Path", new PropertyKind.Path(PropertyKind.Target.PATTERN))
                  .help(
                      "A file, or a pattern: * for any part of a name, ? for one character, ** for"
                          + " any folders. Relative paths start at the workflow's folder.")
                  .mandatory())
          .property(
              Property.of("choices", "Braces hold choices", PropertyKind.flag())
                  .help("*.{png,jpg} finds both. Without this braces are ordinary characters.")
                  .defaultsTo(false))
          .property(
              Property.of("optional", "Go on when nothing matches", PropertyKind.flag())
                  .help("Without a matching file the node sends no item instead of failing.")
                  .defaultsTo(false))
          .property(
              Property.of("binaryProperty", "File goes to", PropertyKind.text())
                  .help("The name under which the items carry the file.")
                  .defaultsTo("data"))
          .property(
              Property.of(
                      "item",
                      "With the file goes",
                      PropertyKind.choice(
                          Option.of("about", "What is known of the file"),
                          new Option(
                              "media",
                              "Its media facts",
                              "mimeType, fileType, fileName, fileExtension, fileSize."),
                          new Option(
                              "keep", "The item as it came", "Its files too; this one is added."),
                          Option.of("empty", "Nothing")))
                  .defaultsTo("about"))
          .property(
              Property.of("once", "Once for all items", PropertyKind.flag())
                  .help("Looks for the first item only.")
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("fileName", "Called", PropertyKind.text())
                  .help("What the item calls the file. Empty: as on disk."))
          .property(
              Property.of("extension", "Extension", PropertyKind.text("csv"))
                  .help("Added to the name where it has another."))
          .property(
              Property.of("mimeType", "Media type", PropertyKind.text("text/csv"))
                  .help("Empty: told from the extension."))
          .documentation(
              """
              Reads one file, or all files that match a pattern, and sends one item for each. The \
              item carries the file itself under `data` and tells about it:

              | field | what |
              | --- | --- |
              | `fileName` | the name, such as `orders.csv` |
              | `path` | the whole path |
              | `extension` | in small letters, such as `csv` |
              | `mimeType` | told from the extension, such as `text/csv` |
              | `size` | bytes |
              | `modified` | when it was last changed, such as `2026-01-05T09:30:00Z` |

              The path is looked up once for each item that comes in, so it may contain expressions: \
              `={{ $json.folder }}/*.csv`. Relative paths start at the folder of the workflow's \
              file, `~/` at your home folder.

              `*` stands for any part of a name, `?` for one character, `**` for any folders in \
              between: `in/**/*.xml` finds the XML files at every depth below `in`. Brackets are \
              ordinary characters, and so are braces unless they hold choices. Names that begin with a dot are found only by a \
              pattern that writes the dot. Files come in the order of their paths. Instead of what is \
              known of the file, the item can go on as it came, with the file added to its files.

              The bytes are copied into the engine's store: what later happens to the file on disk \
              does not change the run. To get at the rows inside, follow with *Extract from file*.
              """)
          .build();

  private FileReadFace() {}
}
