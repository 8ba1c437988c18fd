package io.github.greenscreen.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a run folder says, read at once.
 *
 * @param name the folder's name, for instance {@code 017}
 * @param plan what was asked
 * @param result what was found; empty before the run has completed
 * @param epochs rows of {@code logs.csv} in order, {@code pre} and {@code post} among them; empty
 *     where training never began
 * @param status how it went; a folder of the study has no status and counts as a completed sweep
 *     run
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
}
