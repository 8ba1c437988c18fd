package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Selects the runs to analyse.
 *
 * @param runs completed runs of the baseline and the sweep, by name
 * @param excluded all other runs, by name, each as {@code name: reason}
 * @param stopped names of excluded runs of baseline and sweep that were stopped
 */
public record RunSelection(List<RunRecord> runs, List<String> excluded, List<String> stopped) {
  /** Select among {@code records}, in any order; the excluded ones get their reasons. */
  public static RunSelection of(List<RunRecord> records) {
    List<RunRecord> runs = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    List<RunRecord> ordered =
        records.stream().sorted(Comparator.comparing(RunRecord::name, RunNameOrder.ORDER)).toList();
    ordered.forEach(
        run ->
            reason(run)
                .ifPresentOrElse(
                    reason -> excluded.add(run.name() + ": " + reason), () -> runs.add(run)));
    List<String> stopped =
        ordered.stream().filter(RunSelection::isStopped).map(RunRecord::name).toList();
    return new RunSelection(List.copyOf(runs), List.copyOf(excluded), stopped);
  }

  private static boolean isStopped(RunRecord run) {
    return run.status().state() == RunState.STOPPED && isOfSweep(run);
  }

  /** Return whether {@code run} belongs to a sweep or is its baseline. */
  public static boolean isOfSweep(RunRecord run) {
    RunPurpose purpose = run.status().purpose();
    return purpose == RunPurpose.BASELINE || purpose == RunPurpose.SWEEP;
  }

  private static Optional<String> reason(RunRecord run) {
    RunPurpose purpose = run.status().purpose();
    if (!isOfSweep(run)) {
      return Optional.of(purpose.configName() + " run, not part of the sweep");
    }
    if (run.status().state() == RunState.COMPLETED) {
      return run.gap().map(RunSelection::incomplete);
    }
    String reason = run.status().reason();
    String state = run.status().state().configName();
    if (run.status().state() == RunState.INCOMPLETE) {
      return Optional.of(incomplete(reason));
    }
    return Optional.of(reason.isEmpty() ? state : state + " (" + reason + ")");
  }

  private static String incomplete(String gap) {
    return RunState.INCOMPLETE.configName() + ": " + gap;
  }
}
