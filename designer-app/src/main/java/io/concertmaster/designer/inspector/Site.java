package io.concertmaster.designer.inspector;

import io.concertmaster.node.Property;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a control stands.
 *
 * @param property what it edits
 * @param path where that lies in the node's parameters, such as {@code conditions[0].left}
 * @param report gets each change: the new value, or null for none
 */
record Site(
    Property property, String path, SettingsContext context, Consumer<@Nullable Object> report) {}
