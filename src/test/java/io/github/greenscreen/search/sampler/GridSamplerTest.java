package io.github.greenscreen.search.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.search.SearchException;
import io.github.greenscreen.search.Spaces;
import io.github.greenscreen.search.Studies;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class GridSamplerTest {
  private final GridSampler sampler = new GridSampler();

  @Test
  void sequence_twoParameters_turnsTheLastOneFastest() {
    assertThat(sampler.sequence(Studies.empty(Spaces.odometer(2, 3), 1), 5))
        .extracting(configuration -> configuration.get("p0") + configuration.get("p1"))
        .containsExactly("00", "01", "02", "10", "11");
  }

  @Test
  void next_baselineTaken_isTheSecond() {
    SearchSpace space = Spaces.odometer(2, 3);
    Configuration next =
        sampler.next(Studies.pending(space, List.of(space.baseline()), 1)).orElseThrow();
    assertThat(next.get("p0") + next.get("p1")).isEqualTo("01");
  }

  @Test
  void sequence_anotherSeed_isTheSame() {
    SearchSpace space = Spaces.odometer(3, 3);
    assertThat(sampler.sequence(Studies.empty(space, 1), 27))
        .isEqualTo(sampler.sequence(Studies.empty(space, 2), 27));
  }

  @Test
  void next_everythingTaken_isEmpty() {
    SearchSpace space = Spaces.odometer(1, 3);
    assertThat(
            sampler.next(Studies.pending(space, sampler.sequence(Studies.empty(space, 1), 9), 1)))
        .isEmpty();
  }

  @Test
  void next_rangeWithoutAList_isRefused() {
    SearchSpace space = new SearchSpace(List.of(Spaces.rate()));
    assertThatThrownBy(() -> sampler.next(Studies.empty(space, 1)))
        .isInstanceOf(SearchException.class)
        .hasMessage(
            "method grid needs a list of values, but parameter lr has none "
                + "(log_uniform_values, min 0.0001, max 0.1); give it values or a distribution "
                + "with steps, or use method random");
  }

  @Test
  void sequence_conditionalSpace_goesThroughWhatCounts() {
    assertThat(sampler.sequence(Studies.empty(Spaces.conditional(), 1), 100))
        .hasSize(Spaces.conditional().size().intValueExact())
        .doesNotHaveDuplicates();
  }
}
