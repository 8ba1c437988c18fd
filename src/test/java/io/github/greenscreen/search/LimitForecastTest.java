package io.github.greenscreen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LimitForecastTest {

  @Test
  void of_metricThatFollowsTheParameters_isForetold() {
    Study study = Problems.limitedBranin().run(new RandomSampler(), 20, 1);
    List<LimitForecast> forecasts = LimitForecast.of(study);
    assertThat(forecasts).hasSize(1);
    LimitForecast forecast = forecasts.get(0);
    assertThat(forecast.limit().metric()).isEqualTo("power");
    assertThat(forecast.trials()).isEqualTo(20);
    assertThat(forecast.error()).isLessThan(0.1 * forecast.spread());
  }

  @Test
  void of_twoTrials_isNotGiven() {
    assertThat(LimitForecast.of(Problems.limitedBranin().run(new RandomSampler(), 2, 1))).isEmpty();
  }
}
