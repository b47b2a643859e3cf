package io.concertmaster.script.host;

import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.jspecify.annotations.Nullable;

/**
 * A value of the library on its way through a script, which can do nothing with it.
 *
 * @param value such as a date
 */
record Handle(Object value) implements ProxyObject {
  @Override
  public @Nullable Object getMember(String key) {
    return null;
  }

  @Override
  public Object getMemberKeys() {
    return new Object[0];
  }

  @Override
  public boolean hasMember(String key) {
    return false;
  }

  @Override
  public void putMember(String key, Value changed) {
    throw new UnsupportedOperationException();
  }
}
