package io.github.greenscreen.run;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of a run folder, read at once.
 *
 * @param name the folder's name, for instance {@code 017}
 * @param plan the plan of the run
 * @param result its result; empty before the run has completed
 * @param epochs rows of {@code logs.csv} in order, with {@code pre} and {@code post}; empty if
 *     training never began
 * @param status its status; a folder of the study has none and counts as a completed sweep run
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
        epochs.stream()
            .anyMatch(row -> Double.isFinite(row.gpuPowerW()) || Double.isFinite(row.energyWh()));
    return told == PowerSource.NONE && measured ? PowerSource.MEASURED : told;
  }
}
