package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunState;
import java.util.List;
import org.junit.jupiter.api.Test;

class SavingsTest {
  @Test
  void of_stoppedRuns_countsWhatIsLeftToTheMeanOfTheCompleted() {
    Savings savings =
        Savings.of(
            List.of(
                completed("001", 8),
                completed("002", 12),
                stopped("003", 3, Purpose.SWEEP),
                stopped("004", 11, Purpose.SWEEP),
                stopped("005", Double.NaN, Purpose.SWEEP),
                stopped("006", 1, Purpose.FINAL)));

    assertThat(savings).isEqualTo(new Savings(3, 2, 2, 7));
  }

  @Test
  void of_nothingToCompareWith_isUnknown() {
    assertThat(Savings.of(List.of(stopped("001", 3, Purpose.SWEEP))).savedWh()).isNaN();
    assertThat(Savings.of(List.of(completed("001", 3))).savedWh()).isNaN();
  }

  private static RunRecord completed(String name, double energyWh) {
    return SampleRuns.run(name, SampleRuns.configuration("lr", "0.1"), 0.5, 60, energyWh);
  }

  private static RunRecord stopped(String name, double energyWh, Purpose purpose) {
    return SampleRuns.with(
        completed(name, energyWh), SampleRuns.status(RunState.STOPPED, "chance: 0.1", purpose));
  }
}
