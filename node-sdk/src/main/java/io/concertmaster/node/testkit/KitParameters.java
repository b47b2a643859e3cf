package io.concertmaster.node.testkit;

import io.concertmaster.node.Defaults;
import io.concertmaster.node.NodeDescriptor;
import io.concertmaster.node.NodeException;
import io.concertmaster.node.Parameters;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings for one item.
 *
 * @param item what the functions of the settings see; nothing where the node asks without an item
 *     and has none
 */
record KitParameters(
    NodeDescriptor descriptor,
    Map<String, Function<@Nullable Item, @Nullable Object>> settings,
    Optional<Item> item)
    implements Parameters {
  /** The functions of the settings find the names among the fields of their item. */
  @Override
  public Parameters seeing(JsonObject names) {
    Item wider = item.orElse(Item.of(JsonObject.empty()));
    for (String name : names.shape().names()) {
      wider = wider.withJson(wider.json().with(name, names.get(name)));
    }
    return new KitParameters(descriptor, settings, Optional.of(wider));
  }

  @Override
  public @Nullable Object value(String name) throws NodeException {
    var property =
        descriptor
            .property(name)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    descriptor.type() + " reads a property that it does not have: " + name));
    Function<@Nullable Item, @Nullable Object> setting = settings.get(name);
    try {
      return Defaults.value(property, setting == null ? null : setting.apply(item.orElse(null)));
    } catch (FailedExpression e) {
      throw new NodeException(e.getMessage(), e).atProperty(name);
    }
  }
}
