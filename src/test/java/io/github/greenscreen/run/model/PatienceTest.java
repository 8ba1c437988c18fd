package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {
  private static final double NAN = Double.NaN;

  @ParameterizedTest
  @CsvSource({"None, ''", "none, ''", "3, 3", "0, ''", "x, ''"})
  void of_planWithTheParameter_readsIt(String value, String epochs) {
    assertThat(Patience.of(plan(value)).map(found -> "" + found.epochs()).orElse(""))
        .isEqualTo(epochs);
  }

  @Test
  void of_planWithoutTheParameter_isEmpty() {
    assertThat(Patience.of(new RunPlan(Configuration.of(Map.of()), 1, OptionalInt.of(5), "shapes")))
        .isEmpty();
  }

  @Test
  void bestEpoch_ofLosses_isTheFirstLowest() {
    assertThat(Patience.bestEpoch(rows(4, 2, 3, 2))).hasValue(2);
    assertThat(Patience.bestEpoch(rows(NAN, 5))).hasValue(2);
    assertThat(Patience.bestEpoch(rows(NAN))).isEmpty();
    assertThat(Patience.bestEpoch(List.of())).isEmpty();
  }

  @Test
  void isOver_lossesThatFall_neverIs() {
    assertThat(new Patience(1).isOver(List.of())).isFalse();
    assertThat(new Patience(1).isOver(rows(4, 3, 2, 1))).isFalse();
  }

  @Test
  void isOver_equalLoss_isNoImprovement() {
    assertThat(new Patience(2).isOver(rows(2, 1, 1))).isFalse();
    assertThat(new Patience(2).isOver(rows(2, 1, 1, 1.5))).isTrue();
    assertThat(new Patience(2).isOver(rows(2, 1, 1, 0.9))).isFalse();
  }

  @Test
  void isOver_lossesEqualInTheLog_areEqual() {
    assertThat(new Patience(1).isOver(rows(1.0000004, 1.0000001))).isTrue();
    assertThat(new Patience(1).isOver(rows(1.0000014, 1.0000001))).isFalse();
  }

  @Test
  void isOver_lossThatIsNoNumber_isNoImprovement() {
    assertThat(new Patience(2).isOver(rows(NAN))).isFalse();
    assertThat(new Patience(2).isOver(rows(NAN, Double.POSITIVE_INFINITY))).isTrue();
    assertThat(new Patience(2).isOver(rows(NAN, 1, NAN))).isFalse();
  }

  @Test
  void reason_namesTheLowestLoss() {
    assertThat(new Patience(2).reason(rows(2, 1.25, 1.25, 1.5), 50))
        .isEqualTo(
            "patience 2 ended the training after 4 of 50 epochs: the lowest validation loss was"
                + " 1.250000 in epoch 2");
    assertThat(new Patience(1).reason(rows(NAN), 50))
        .isEqualTo(
            "patience 1 ended the training after 1 of 50 epochs: no validation loss was a number");
  }

  @Test
  void gap_ofARunEndedByItsPatience_isNone() {
    assertThat(record("2", rows(2, 1, 1, 1.5)).gap()).isEmpty();
    assertThat(record("2", rows(2, 1, 1)).gap()).contains("its log has 3 of 50 epochs");
    assertThat(record("None", rows(2, 1, 1, 1.5)).gap()).contains("its log has 4 of 50 epochs");
  }

  private static RunRecord record(String patience, List<EpochRow> rows) {
    RunStatus status = RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty());
    return new RunRecord("001", plan(patience), Optional.empty(), rows, status);
  }

  private static RunPlan plan(String patience) {
    return new RunPlan(
        Configuration.of(Map.of(Patience.PARAMETER, patience)), 1, OptionalInt.of(50), "shapes");
  }

  /** Return the row before training and one with each validation loss. */
  private static List<EpochRow> rows(double... losses) {
    List<EpochRow> rows = new ArrayList<>();
    rows.add(row(EpochRow.PRE, 0));
    for (int i = 0; i < losses.length; i++) {
      rows.add(row(Integer.toString(i), losses[i]));
    }
    return rows;
  }

  private static EpochRow row(String epoch, double loss) {
    LocalDateTime time = LocalDateTime.of(2026, 11, 22, 10, 0);
    return new EpochRow(
        epoch, time, 1, 0.5, loss, 0.5, NAN, NAN, NAN, 10, NAN, NAN, NAN, 1, 1, PowerSource.NONE);
  }
}
