package io.concertmaster.model.expression.library.jmespath;

import io.concertmaster.model.expression.ExpressionException.Kind;
import io.concertmaster.model.expression.runtime.Arguments;
import io.concertmaster.model.expression.runtime.Conversions;
import io.concertmaster.model.expression.runtime.Failure;
import io.concertmaster.model.expression.runtime.Frame;
import org.jspecify.annotations.Nullable;

/** {@code $jmespath(data, query)}. */
public final class JmesPath {
  private static final int LONGEST = 100_000;

  private JmesPath() {}

  /** What a query finds in data; null where it finds nothing. */
  public static @Nullable Object search(Frame frame, @Nullable Object data, String query) {
    if (query.length() > LONGEST) {
      throw Failure.raised(Kind.LIMIT, "$jmespath(): the query is too long");
    }
    frame.charge(300 + query.length() * 8L);
    try {
      return QueryParser.parse(query).in(frame, Projecting.data(data));
    } catch (QueryError error) {
      throw Failure.raised(Kind.RANGE, "$jmespath(): " + error.message());
    }
  }

  /** The function as expressions call it. */
  public static @Nullable Object call(Frame frame, @Nullable Object[] a) {
    if (!Conversions.isObject(Arguments.at(a, 0))
        || !(Arguments.at(a, 1) instanceof String query)) {
      throw Failure.raised(Kind.TYPE, "$jmespath() needs an object or list, and a query as text");
    }
    return search(frame, a[0], query);
  }
}
