package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplerTest {

  /** Knows no more than to answer one question at a time. */
  @Immutable
  private static final class OneByOne implements Sampler {
    @Override
    public Optional<Configuration> next(
        SearchSpace space, Collection<Configuration> taken, long seed) {
      return new RandomSampler().next(space, taken, seed);
    }
  }

  @Test
  void sequence_notOverridden_asksOneByOne() {
    SearchSpace space = Spaces.odometer(2, 3);
    List<Configuration> taken = List.of(space.baseline());
    assertThat(new OneByOne().sequence(space, taken, 8, 5))
        .hasSize(5)
        .isEqualTo(new RandomSampler().sequence(space, taken, 8, 5));
  }

  @Test
  void sequence_notOverriddenAndSpaceExhausted_isShorter() {
    assertThat(new OneByOne().sequence(Spaces.odometer(2, 2), List.of(), 8, 50)).hasSize(4);
    assertThat(new OneByOne().sequence(Spaces.odometer(2, 2), List.of(), 8, 0)).isEmpty();
  }
}
