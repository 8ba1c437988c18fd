package io.github.greenscreen.analysis.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPlan;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RepeatedConfigurationTest {
  @Test
  void of_repeats_givesMeansAndDeviationsBestFirst() {
    List<RepeatedConfiguration> all =
        RepeatedConfiguration.of(
            List.of(
                run("001", "a", "1", 0.50, 10),
                run("002", "b", "1", 0.90, 20),
                run("003", "a", "2", 0.51, 12),
                run("004", "b", "2", 0.91, 20),
                run("005", "c", "1", 0.99, 90)),
            Cost.ENERGY);

    assertThat(all)
        .extracting(RepeatedConfiguration::runs)
        .containsExactly(List.of("002", "004"), List.of("001", "003"));
    assertThat(all).extracting(RepeatedConfiguration::configName).containsExactly("1", "2");
    RepeatedConfiguration.Spread accuracy = all.get(0).accuracy();
    assertThat(accuracy.mean()).isCloseTo(0.905, within(1e-12));
    assertThat(accuracy.deviation()).isCloseTo(0.01 / Math.sqrt(2), within(1e-12));
    assertThat(all.get(1).cost()).isEqualTo(new RepeatedConfiguration.Spread(2, 11, Math.sqrt(2)));
  }

  @Test
  void of_meansCloserThanTheirSpread_shareARank() {
    List<RepeatedConfiguration> all =
        RepeatedConfiguration.of(
            List.of(
                run("001", "a", "1", 0.50, 10),
                run("002", "a", "2", 0.60, 10),
                run("003", "b", "1", 0.56, 10),
                run("004", "b", "2", 0.66, 10),
                run("005", "c", "1", 0.05, 10),
                run("006", "c", "2", 0.05, 10)),
            Cost.ENERGY);

    // Pooled over three degrees of freedom s is 0.0577; t is 3.182, so means tie below 0.184.
    assertThat(all).extracting(RepeatedConfiguration::configName).containsExactly("1=", "1=", "3");
  }

  @Test
  void of_energyOfOneRepeatUnknown_countsTheOthers() {
    List<RepeatedConfiguration> all =
        RepeatedConfiguration.of(
            List.of(run("001", "a", "1", 0.5, 10), run("002", "a", "2", 0.6, Double.NaN)),
            Cost.ENERGY);

    assertThat(all.get(0).cost().known()).isEqualTo(1);
    assertThat(all.get(0).cost().mean()).isEqualTo(10);
    assertThat(all.get(0).cost().deviation()).isNaN();
    assertThat(all.get(0).accuracy().known()).isEqualTo(2);
  }

  @Test
  void of_unknownSeed_isNoSeedOfItsOwn() {
    RunMetrics known = run("001", "a", "1", 0.5, 10);
    RunRecord record = SampleRuns.run("002", SampleRuns.configuration("p", "a"), 0.5, 10, 10);
    RunPlan plan =
        new RunPlan(
            record.plan().configuration(), OptionalLong.empty(), record.plan().epochs(), "shapes");
    RunMetrics unknown =
        RunMetricsFactory.of(
            new RunRecord("002", plan, record.result(), record.epochs(), record.status()));

    assertThat(RepeatedConfiguration.of(List.of(known, unknown), Cost.ENERGY)).isEmpty();
  }

  @Test
  void of_nothingRepeated_isEmpty() {
    assertThat(
            RepeatedConfiguration.of(
                List.of(run("001", "a", "1", 0.5, 10), run("002", "b", "1", 0.5, 10)), Cost.ENERGY))
        .isEmpty();
  }

  private static RunMetrics run(
      String name, String value, String seed, double accuracy, double energy) {
    RunRecord run =
        SampleRuns.run(name, SampleRuns.configuration("p", value), accuracy, 10, energy);
    RunPlan plan =
        new RunPlan(
            run.plan().configuration(), Long.parseLong(seed), run.plan().epochs(), "shapes");
    return RunMetricsFactory.of(
        new RunRecord(name, plan, run.result(), run.epochs(), run.status()));
  }
}
