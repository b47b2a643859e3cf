package io.concertmaster.canvas.paint;

import io.concertmaster.canvas.geometry.GraphGeometry;
import io.concertmaster.canvas.graph.Selection;
import io.concertmaster.canvas.theme.CanvasTheme;
import java.util.Set;

/**
 * What is to be drawn.
 *
 * @param geometry the graph and where everything lies
 * @param selection what is chosen
 * @param hiddenNodes ids of nodes that something else draws for now
 * @param hiddenEdges ids of edges that something else draws for now
 * @param theme colours and fonts
 */
public record Picture(
    GraphGeometry geometry,
    Selection selection,
    Set<String> hiddenNodes,
    Set<String> hiddenEdges,
    CanvasTheme theme) {}
