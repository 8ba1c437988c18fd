package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloseableStackTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void close_several_closesTheLastFirstAndOnce() {
    CloseableStack resources = new CloseableStack();
    resources.add(() -> closed.add("first"));
    resources.add(() -> closed.add("second"));
    resources.close();
    resources.close();
    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void add_always_returnsWhatItWasGiven() {
    AutoCloseable resource = () -> closed.add("it");
    try (CloseableStack resources = new CloseableStack()) {
      assertThat(resources.add(resource)).isSameAs(resource);
    }
    assertThat(closed).containsExactly("it");
  }

  @Test
  void close_failing_saysSo() {
    CloseableStack resources = new CloseableStack();
    resources.add(
        () -> {
          throw new IOException("broken");
        });
    assertThatThrownBy(resources::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot free training resources")
        .hasRootCauseMessage("broken");
  }
}
