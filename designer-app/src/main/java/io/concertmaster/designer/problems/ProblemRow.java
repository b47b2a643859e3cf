package io.concertmaster.designer.problems;

import io.concertmaster.model.check.Problem;

/**
 * A line of the list.
 *
 * @param owner the name of the node it is about, or of the workflow
 * @param first whether it is the first line of its owner, which says the name
 */
record ProblemRow(Problem problem, String owner, boolean first) {}
