package io.github.greenscreen.run;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.Patience;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The content of a run folder, read at once.
 *
 * @param name the folder's name, for instance {@code 017}
 * @param plan the plan of the run
 * @param result its result; empty before the run has completed
 * @param epochs rows of {@code logs.csv} in order, with {@code pre} and {@code post}; empty if
 *     training never began
 * @param status its status; a folder of the study has none and counts as a sweep run, which is
 *     completed if its log has the last row
 */
public record RunRecord(
    String name,
    RunPlan plan,
    Optional<RunResult> result,
    List<EpochRow> epochs,
    RunStatus status) {
  public RunRecord {
    Objects.requireNonNull(name);
    Objects.requireNonNull(plan);
    Objects.requireNonNull(result);
    epochs = List.copyOf(epochs);
    Objects.requireNonNull(status);
  }

  /**
   * Return whether the plan is known except for its seed, as in the earliest folders of the study.
   */
  public boolean lacksSeed() {
    return plan.seed().isEmpty() && !plan.configuration().values().isEmpty();
  }

  /** Return whether the log ends where the patience of the run was over. */
  public boolean isEndedByPatience() {
    return Patience.of(plan).filter(patience -> patience.isOver(epochs)).isPresent();
  }

  /**
   * Return what the log lacks of a completed run, in words; empty if it has all rows, or all up to
   * the end of the run's patience. Without a planned number of epochs, as in folders of the study,
   * it must end with the row {@code post}.
   */
  public Optional<String> gap() {
    long trained =
        epochs.stream().filter(EpochRow::isTraining).map(EpochRow::epoch).distinct().count();
    OptionalInt planned = plan.epochs();
    if (trained == 0) {
      return Optional.of("its log has no epoch");
    }
    if (planned.isPresent()) {
      return trained >= planned.getAsInt() || isEndedByPatience()
          ? Optional.empty()
          : Optional.of("its log has %s of %s epochs".formatted(trained, planned.getAsInt()));
    }
    return hasEnded(epochs)
        ? Optional.empty()
        : Optional.of("its log ends after %s epochs without the final row post".formatted(trained));
  }

  /** Return whether a log ends with the row that is written after training. */
  static boolean hasEnded(List<EpochRow> epochs) {
    return !epochs.isEmpty() && epochs.get(epochs.size() - 1).epoch().equals(EpochRow.POST);
  }

  /** Return this record, as incomplete if it is said to be completed but its log lacks rows. */
  RunRecord checked() {
    return status.state() != RunState.COMPLETED
        ? this
        : gap()
            .map(gap -> status.with(RunState.INCOMPLETE, gap))
            .map(found -> new RunRecord(name, plan, result, epochs, found))
            .orElse(this);
  }

  /**
   * Return the source of the run's power, from its status and the rows of its log, because a run
   * may have been resumed with another meter. Folders of the study do not name it; their power was
   * measured.
   */
  public PowerSource powerSource() {
    Stream<PowerSource> rows = epochs.stream().map(EpochRow::powerSource);
    PowerSource told =
        PowerSource.together(
            Stream.concat(rows, Stream.of(status.environment().powerSource())).toList());
    boolean measured =
        Double.isFinite(status.measurements().energy().grossWh())
            || epochs.stream()
                .anyMatch(
                    row -> Double.isFinite(row.gpuPowerW()) || Double.isFinite(row.energyWh()));
    return told == PowerSource.NONE && measured ? PowerSource.MEASURED : told;
  }
}
