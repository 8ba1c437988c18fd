package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void close_several_closesTheLastFirstAndOnce() {
    Resources resources = new Resources();
    resources.add(() -> closed.add("first"));
    resources.add(() -> closed.add("second"));
    resources.close();
    resources.close();
    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void add_always_returnsWhatItWasGiven() {
    AutoCloseable resource = () -> closed.add("it");
    try (Resources resources = new Resources()) {
      assertThat(resources.add(resource)).isSameAs(resource);
    }
    assertThat(closed).containsExactly("it");
  }

  @Test
  void close_failing_saysSo() {
    Resources resources = new Resources();
    resources.add(
        () -> {
          throw new IOException("broken");
        });
    assertThatThrownBy(resources::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot free what training has used")
        .hasRootCauseMessage("broken");
  }
}
