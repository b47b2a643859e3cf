package io.concertmaster.deploy;

import java.util.List;

/**
 * Documents that belong together.
 *
 * @param parts the files that were named come first
 * @param remarks what people should know about it
 */
public record Bundle(List<Part> parts, List<String> remarks) {
  public Bundle {
    parts = List.copyOf(parts);
    remarks = List.copyOf(remarks);
  }
}
