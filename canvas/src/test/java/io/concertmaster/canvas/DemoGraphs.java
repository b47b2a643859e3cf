package io.concertmaster.canvas;

import io.concertmaster.canvas.graph.EdgeState;
import io.concertmaster.canvas.graph.Graph;
import io.concertmaster.canvas.graph.GraphEdge;
import io.concertmaster.canvas.graph.GraphNode;
import io.concertmaster.canvas.graph.GraphNodeBuilder;
import io.concertmaster.canvas.graph.Mark;
import io.concertmaster.canvas.graph.NodeIcon;
import io.concertmaster.canvas.graph.NodeState;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;

/** Graphs for tests, pictures and benchmarks. */
final class DemoGraphs {
  private static final NodeIcon PLAY = icon("M8 5v14l11-7z");
  private static final NodeIcon FILE =
      icon(
          "M14 2H6c-1.1 0-2 .9-2 2v16c0 1.1.9 2 2 2h12c1.1 0 2-.9 2-2V8l-6-6zm-1 7V3.5L18.5 9H13z");
  private static final NodeIcon LINES = icon("M4 5h16v2H4zm0 4h16v2H4zm0 4h16v2H4zm0 4h16v2H4z");
  private static final NodeIcon SPLIT =
      icon(
          "M14 4l2.29 2.29-2.88 2.88 1.42 1.42 2.88-2.88L20 10V4zm-4 0H4v6l2.29-2.29 4.71 4.7V20h2v-8.41l-5.29-5.3z");
  private static final NodeIcon TABLE =
      icon("M3 3h18v18H3zm2 4v4h6V7zm8 0v4h6V7zm-8 6v6h6v-6zm8 0v6h6v-6z");
  private static final NodeIcon CLOCK =
      icon("M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1 11h-5v-2h3V6h2z");

  private static final NodeIcon SIGMA = new NodeIcon.Glyph("Σ", Font.font(16));

  private DemoGraphs() {}

  private static NodeIcon icon(String path) {
    return new NodeIcon.Path(path, 24);
  }

  private static GraphNodeBuilder card(
      String id, double x, double y, String title, String subtitle, String role, NodeIcon icon) {
    return GraphNode.card(id, title).at(x, y).subtitle(subtitle).role(role).icon(icon);
  }

  private static GraphEdge edge(
      String from, String out, String to, String in, String label, EdgeState state) {
    return new GraphEdge(
        from + ":" + out + ">" + to + ":" + in,
        from,
        out,
        to,
        in,
        label,
        state,
        "error".equals(out));
  }

  /** A small workflow as in the design's picture, with every state. */
  static Graph order() {
    List<GraphNode> nodes =
        List.of(
            GraphNode.note(
                    "note",
                    "Trading partners\nFiles arrive each morning at six.\nAcme sends 4010, all others 5010.")
                .at(40, 250)
                .size(230, 64)
                .build(),
            GraphNode.note(
                    "frame",
                    "## Large orders\n- **need** a person\n- who has until noon, and who is called again after that")
                .at(500, 300)
                .size(440, 190)
                .role("blue")
                .build(),
            card("fetch", 30, 120, "Fetch EDI 850", "SFTP · 12 files", "pink", FILE)
                .output("main", "")
                .state(NodeState.DONE)
                .build(),
            card("parse", 260, 120, "Parse X12", "1,204 orders · 0.4 s", "blue", LINES)
                .input("main", "")
                .output("main", "")
                .errorOutput("error", "error")
                .state(NodeState.DONE)
                .build(),
            card("check", 520, 120, "Over 10,000?", "If · total > 10000", "green", SPLIT)
                .input("main", "")
                .output("true", "true")
                .output("false", "false")
                .state(NodeState.DONE)
                .build(),
            card("insert", 750, 60, "Insert orders", "SQL · 811 of 1,187", "pink", TABLE)
                .input("main", "")
                .output("main", "")
                .state(NodeState.RUNNING)
                .build(),
            card("approve", 530, 390, "Approve order", "17 forms waiting", "amber", CLOCK)
                .input("main", "")
                .output("main", "")
                .state(NodeState.WAITING)
                .badge("17")
                .build(),
            card("post", 745, 390, "Post to ERP", "HTTP · retries 3×", "pink", PLAY)
                .input("main", "")
                .output("main", "")
                .state(NodeState.RETRYING)
                .build(),
            card(
                    "rejects",
                    260,
                    540,
                    "Write rejects with a name far too long to fit",
                    "CSV file in a folder that is also far away",
                    "red",
                    FILE)
                .input("main", "")
                .output("main", "")
                .state(NodeState.FAILED)
                .problem(Mark.ERROR, "Path is missing")
                .build(),
            card("off", 520, 540, "Archive", "switched off", "teal", TABLE)
                .input("main", "")
                .output("main", "")
                .disabled(true)
                .problem(Mark.WARNING, "Nothing reads the output")
                .build(),
            card("merge", 750, 530, "Merge", "append", "green", SIGMA)
                .input("input1", "input1")
                .input("input2", "input2")
                .input("input3", "input3")
                .output("main", "")
                .state(NodeState.SKIPPED)
                .build());
    List<GraphEdge> edges =
        List.of(
            edge("fetch", "main", "parse", "main", "12", EdgeState.DONE),
            edge("parse", "main", "check", "main", "1,204", EdgeState.DONE),
            edge("parse", "error", "rejects", "main", "", EdgeState.NONE),
            edge("check", "true", "insert", "main", "1,187", EdgeState.RUNNING),
            edge("check", "false", "approve", "main", "17", EdgeState.DONE),
            edge("approve", "main", "post", "main", "", EdgeState.WAITING),
            edge("rejects", "main", "off", "main", "", EdgeState.NONE),
            edge("off", "main", "merge", "input1", "", EdgeState.NONE),
            edge("insert", "main", "merge", "input3", "", EdgeState.NONE),
            edge("merge", "main", "rejects", "main", "3", EdgeState.FAILED));
    return new Graph(nodes, edges);
  }

  /** One chain that goes on in a second and a third row, and back to the first. */
  static Graph rows() {
    List<GraphNode> nodes = new ArrayList<>();
    List<GraphEdge> edges = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      nodes.add(
          card(
                  "r" + i,
                  i % 4 * 240,
                  i / 4 * 220,
                  "Usable IATA codes " + i,
                  "2,040 items · 634 ms",
                  "teal",
                  TABLE)
              .input("main", "")
              .output("main", "")
              .state(NodeState.DONE)
              .build());
      if (i > 0) {
        edges.add(edge("r" + (i - 1), "main", "r" + i, "main", "2,040", EdgeState.DONE));
      }
    }
    edges.add(edge("r11", "main", "r4", "main", "7", EdgeState.DONE));
    return new Graph(nodes, edges);
  }

  /** A grid of chains with branches, as large as wanted. */
  static Graph chains(int count) {
    int columns = Math.max(3, (int) Math.ceil(Math.sqrt(count * 0.55)));
    String[] roles = {"purple", "green", "blue", "pink", "amber"};
    NodeIcon[] icons = {PLAY, SPLIT, LINES, TABLE, CLOCK};
    NodeState[] states = {
      NodeState.DONE, NodeState.NONE, NodeState.DONE, NodeState.FAILED, NodeState.NONE
    };
    List<GraphNode> nodes = new ArrayList<>();
    List<GraphEdge> edges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int column = i % columns;
      int row = i / columns;
      GraphNodeBuilder node =
          card(
                  "n" + i,
                  column * 260,
                  row * 120 + (column % 2) * 20,
                  "Node number " + i,
                  "Step · " + (i * 37) % 1000 + " items",
                  roles[i % 5],
                  icons[i % 5])
              .state(states[(i / 3) % 5])
              .output("main", "")
              .output("other", i % 7 == 0 ? "other" : "");
      if (column > 0) {
        node.input("main", "");
        EdgeState state = i % 3 == 0 ? EdgeState.DONE : EdgeState.NONE;
        edges.add(
            edge("n" + (i - 1), "main", "n" + i, "main", i % 2 == 0 ? "" + i * 13 : "", state));
        if (row > 0 && i % 5 == 0) {
          edges.add(edge("n" + (i - columns - 1), "other", "n" + i, "main", "", state));
        }
      }
      nodes.add(node.build());
    }
    return new Graph(nodes, edges);
  }
}
