package io.concertmaster.engine.local.plan;

import io.concertmaster.engine.ItemListRef;
import io.concertmaster.engine.RunError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far a try of an activation has come for good.
 *
 * @param position all items of the first input before it are done
 * @param outputs what they sent, by output id
 * @param error the first failure among them that the node's policy went over
 */
public record Watermark(long position, Map<String, ItemListRef> outputs, Optional<RunError> error) {
  public Watermark {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }
}
