package io.github.greenscreen.analysis.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.Ranking.Place;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final TieTolerance METER = new TieTolerance(0.05, 0, 0);

  @Test
  void of_withinTheMetersError_sharesTheRankOfTheFirst() {
    Ranking ranking = energies(METER, 100, 104, 106, 110, 200);

    assertThat(ranking.places()).extracting(Place::run).containsExactly("1", "2", "3", "4", "5");
    assertThat(ranking.places()).extracting(Place::rank).containsExactly(1, 1, 3, 3, 5);
    assertThat(ranking.places())
        .extracting(Place::configName)
        .containsExactly("1=", "1=", "3=", "3=", "5");
  }

  @Test
  void of_noTolerance_tiesEqualValuesAlone() {
    assertThat(energies(new TieTolerance(0, 0, 0), 3, 2, 3).places())
        .extracting(Place::configName)
        .containsExactly("1", "2=", "2=");
  }

  @Test
  void of_unknownValue_isNotRanked() {
    Ranking ranking = energies(METER, 2, Double.NaN);

    assertThat(ranking.places()).extracting(Place::run).containsExactly("1");
    assertThat(ranking.rankOf("1")).isEqualTo("1");
    assertThat(ranking.rankOf("2")).isEmpty();
  }

  @Test
  void of_highest_putsTheLargestFirst() {
    Ranking ranking =
        Ranking.of("x", runs(1, 3, 2), RunMetrics::energyWh, true, new TieTolerance(0, 0, 0));

    assertThat(ranking.places()).extracting(Place::value).containsExactly(3.0, 2.0, 1.0);
  }

  private static Ranking energies(TieTolerance tolerance, double... energies) {
    return Ranking.of("energy", runs(energies), RunMetrics::energyWh, false, tolerance);
  }

  private static List<RunMetrics> runs(double... energies) {
    List<RunMetrics> runs = new ArrayList<>();
    for (double energy : energies) {
      runs.add(
          SampleRuns.metrics(
              Integer.toString(runs.size() + 1),
              SampleRuns.configuration("p", "a"),
              0.5,
              10,
              energy));
    }
    return runs;
  }
}
