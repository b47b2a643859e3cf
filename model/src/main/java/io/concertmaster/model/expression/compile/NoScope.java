package io.concertmaster.model.expression.compile;

import io.concertmaster.model.expression.ExpressionException;
import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.Scope;
import io.concertmaster.node.data.Item;
import io.concertmaster.node.data.ItemList;
import io.concertmaster.node.data.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The scope in which constants are computed when compiling: there is nothing to see. */
enum NoScope implements Scope {
  /** The one scope. */
  HERE;

  @Override
  public Optional<Item> item() {
    return Optional.empty();
  }

  @Override
  public long itemIndex() {
    return 0;
  }

  @Override
  public int runIndex() {
    return 0;
  }

  @Override
  public ItemList input() {
    return ItemList.of();
  }

  @Override
  public NodeData node(String name) throws ExpressionException {
    throw new ExpressionException(Kind.MISSING_DATA, "there is no node here", 0, 0);
  }

  @Override
  public JsonObject workflow() {
    return JsonObject.empty();
  }

  @Override
  public JsonObject execution() {
    return JsonObject.empty();
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.empty();
  }
}
