package io.github.greenscreen.training;

import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.Patience;
import io.github.greenscreen.run.model.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides from the rows of the log when the patience of a run is over. The rows of earlier attempts
 * count, so that a resumed run ends after the same epoch.
 */
final class PatienceMonitor {
  private final Optional<Patience> patience;
  private final int planned;
  private final List<EpochRow> rows;

  /** Watch a run with {@code plan} that earlier attempts have trained as far as {@code earlier}. */
  PatienceMonitor(RunPlan plan, List<EpochRow> earlier) {
    patience = Patience.of(plan);
    planned = plan.epochs().orElse(0);
    rows = new ArrayList<>(earlier.stream().filter(EpochRow::isTraining).toList());
  }

  /** Count an epoch that has ended. */
  void add(EpochRow row) {
    rows.add(row);
  }

  /** Return whether training ends before all epochs are trained. */
  boolean isOver() {
    return rows.size() < planned && patience.filter(limit -> limit.isOver(rows)).isPresent();
  }

  /** Return why training ended early, in words; an empty string if it did not. */
  String reason() {
    return isOver() ? patience.orElseThrow().reason(rows, planned) : "";
  }
}
