package io.github.greenscreen.training.limit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void check_littleMoreThanTheLimit_showsDecimals() {
    TimeLimit limit = new TimeLimit(OptionalDouble.of(1), nanos::get);
    nanos.set(1_000_000_000L);
    assertThatCode(limit::check).doesNotThrowAnyException();

    nanos.set(1_040_000_000L);

    assertThatThrownBy(limit::check)
        .hasMessage("ran for 1.04 s, more than the 1 s of --max-run-time");
  }

  @Test
  void check_farMoreThanTheLimit_showsSeconds() {
    TimeLimit limit = new TimeLimit(OptionalDouble.of(1.5), nanos::get);
    nanos.set(7_200_400_000_000L);

    assertThatThrownBy(limit::check)
        .hasMessage("ran for 7200 s, more than the 1.5 s of --max-run-time");
  }

  @Test
  void check_noLimit_isFine() {
    TimeLimit limit = new TimeLimit(OptionalDouble.empty(), nanos::get);
    nanos.set(Long.MAX_VALUE);

    assertThatCode(limit::check).doesNotThrowAnyException();
  }
}
