package io.github.greenscreen.djl;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes the resources added to it, last one first. */
final class CloseableStack implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot free training resources", e);
      }
    }
  }
}
