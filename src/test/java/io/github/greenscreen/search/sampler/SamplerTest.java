package io.github.greenscreen.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.Spaces;
import io.github.greenscreen.search.Studies;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplerTest {

  /** Knows no more than to answer one question at a time. */
  @Immutable
  private static final class OneByOne implements Sampler {
    @Override
    public Optional<Configuration> next(StudySnapshot study) {
      return new RandomSampler().next(study);
    }
  }

  @Test
  void sequence_notOverridden_asksOneByOne() {
    SearchSpace space = Spaces.odometer(2, 3);
    StudySnapshot study = Studies.pending(space, List.of(space.baseline()), 8);
    assertThat(new OneByOne().sequence(study, 5))
        .hasSize(5)
        .isEqualTo(new RandomSampler().sequence(study, 5));
  }

  @Test
  void sequence_notOverriddenAndSpaceExhausted_isShorter() {
    StudySnapshot study = Studies.empty(Spaces.odometer(2, 2), 8);
    assertThat(new OneByOne().sequence(study, 50)).hasSize(4);
    assertThat(new OneByOne().sequence(study, 0)).isEmpty();
  }
}
