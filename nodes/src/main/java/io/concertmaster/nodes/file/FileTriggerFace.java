package io.concertmaster.nodes.file;

import io.concertmaster.node.Effect;
import io.concertmaster.node.Family;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.Property;
import io.concertmaster.node.PropertyKind;
import io.concertmaster.node.PropertyKind.Option;

/** The face of {@link FileTrigger}. */
final class FileTriggerFace {
  static final NodeDescriptor DESCRIPTOR =
      NodeDescriptor.of("trigger.file", "File")
          .summary("Begins a run when a file comes into a folder, changes or goes")
          .family(Family.TRIGGERS)
          .icon("mdomz-snippet_folder")
          .inputs()
          .effect(Effect.READS)
          .keywords(
              "folder", "directory", "watch", "hot folder", "incoming", "drop", "local", "new file")
          .property(
              Property.of("folder", "Folder", new PropertyKind.Path(PropertyKind.Target.FOLDER))
                  .help("Where files are awaited. A relative path starts at the workflow's folder.")
                  .mandatory()
                  .literalOnly())
          .property(
              Property.of("pattern", "Files", PropertyKind.text("*.csv"))
                  .help(
                      "Their names: * for any part, ? for one character, *.{csv,txt} for both. With"
                          + " a slash, the path below the folder: in/**/*.csv.")
                  .defaultsTo("*")
                  .literalOnly())
          .property(
              Property.of("leaveOut", "But not", PropertyKind.text("*.part"))
                  .help("Files that do not count, by a pattern as above. Empty: none.")
                  .defaultsTo("")
                  .literalOnly())
          .property(
              Property.of("subfolders", "In subfolders too", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("created", "When a file comes", PropertyKind.flag())
                  .defaultsTo(true)
                  .literalOnly())
          .property(
              Property.of("changed", "When a file changes", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("deleted", "When a file goes", PropertyKind.flag())
                  .defaultsTo(false)
                  .literalOnly())
          .property(
              Property.of("settled", "Complete after", PropertyKind.wholeNumber(0, 86_400))
                  .help(
                      "Seconds for which its size and time stay the same: so nobody is still"
                          + " writing it.")
                  .defaultsTo(2)
                  .literalOnly())
          .property(
              Property.of(
                      "existing",
                      "Files that are there already",
                      PropertyKind.choice(
                          Option.of("skip", "Do not count"), Option.of("run", "Have a run each")))
                  .help("When the workflow is made active.")
                  .defaultsTo("skip")
                  .literalOnly())
          .property(
              Property.of("every", "Look at least every", PropertyKind.wholeNumber(1, 86_400))
                  .help(
                      "Seconds. Changes on this machine are noticed at once; those that others make"
                          + " in a network folder, at the next look.")
                  .defaultsTo(10)
                  .literalOnly())
          .documentation(
              """
              The place where a run begins when something becomes of a file in a folder. Each file \
              has a run of its own, with one item:

              | field | what |
              | --- | --- |
              | `event` | `created`, `changed` or `deleted` |
              | `path` | the whole path: the node *Read files* takes `={{ $json.path }}` |
              | `name` | the name, such as `orders.csv` |
              | `folder` | the folder in which it lies |
              | `size` | bytes; of a file that is gone, as it was last seen |
              | `modified` | when it was last changed, such as `2026-01-05T09:30:00Z` |

              A file counts when it is complete: its size and its time have stayed the same for some \
              seconds. A file that is renamed goes and comes. Names that begin with a dot count only \
              where the pattern writes the dot. Links to files are followed, links to folders are \
              not.

              While the workflow is active, what was seen is kept with the runs: what comes, changes \
              or goes while the program does not run is noticed when it runs again, and each change \
              begins one run. Where the workflow has enough runs going, files wait in the folder; one \
              that is gone before its turn has no run. A folder that is missing or cannot be read is \
              told among the active workflows, and looked for again by itself; its files do not count \
              as gone. At most 100,000 files of one trigger are kept in view.

              Press Run to try the workflow now: with the newest file that fits, or with one that you \
              choose.
              """)
          .build();

  private FileTriggerFace() {}
}
