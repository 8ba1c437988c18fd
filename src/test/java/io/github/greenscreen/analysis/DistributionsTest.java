package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.ResponseDistribution.Group;
import io.github.greenscreen.analysis.ResponseDistribution.Split;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DistributionsTest {
  private static final double[] NOISE = {.1, -.1, -.1, .1, .05, -.05};

  @Test
  void of_sizeDecidesPower_splitsPowerBySize() {
    List<ResponseDistribution> all = distributions(true);

    assertThat(all).extracting(ResponseDistribution::metric).containsExactly("power_W", "accuracy");
    ResponseDistribution power = all.get(0);
    assertThat(power.all().runs()).isEqualTo(12);
    assertThat(power.splits()).extracting(Split::parameter).containsExactly("size");
    assertThat(power.splits().get(0).adjustedP()).isLessThan(0.001);
    List<Group> groups = power.splits().get(0).groups();
    assertThat(groups).extracting(Group::value).containsExactly("64", "16");
    assertThat(groups.get(0).runs()).hasSize(6).contains("002", "012").doesNotContain("001");
    assertThat(groups.get(0).spread().highest()).isLessThan(groups.get(1).spread().lowest());
  }

  @Test
  void of_nothingDecides_splitsByTheLikeliest() {
    ResponseDistribution accuracy = distributions(true).get(1);

    assertThat(accuracy.splits()).hasSize(1);
    assertThat(accuracy.splits().get(0).adjustedP()).isGreaterThan(0.1);
  }

  @Test
  void of_noMeter_hasAccuracyAlone() {
    assertThat(distributions(false))
        .extracting(ResponseDistribution::metric)
        .containsExactly(ResponseDistribution.ACCURACY);
  }

  /** Twelve runs, every other of size 64 and half the power, the second of them the baseline. */
  private static List<ResponseDistribution> distributions(boolean meter) {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      double energy = (i % 2 == 0 ? 12 : 6) + NOISE[i / 2];
      RunRecord run =
          SampleRuns.run(
              String.format(Locale.ROOT, "%03d", i + 1),
              SampleRuns.configuration("size", i % 2 == 0 ? "16" : "64", "lr", i / 2 % 2 + ""),
              0.5 + NOISE[(i * 5 + i / 3) % 6],
              100,
              meter ? energy : Double.NaN);
      runs.add(
          i == 1
              ? SampleRuns.with(run, SampleRuns.status(RunState.COMPLETED, "", RunPurpose.BASELINE))
              : run);
    }
    return Analysis.of(runs, AnalysisOptions.none()).distributions();
  }
}
