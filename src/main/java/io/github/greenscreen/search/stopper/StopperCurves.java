package io.github.greenscreen.search.stopper;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import java.util.Arrays;
import java.util.List;

/** Learning curves of one objective, negated if necessary so that lower is better. */
final class StopperCurves {
  private StopperCurves() {}

  /** Return the objective after each epoch; smaller is better; NaN if it is not known. */
  static double[] of(Trial trial, Objective objective) {
    return trial.curve().stream()
        .map(epoch -> epoch.get(objective.metric()))
        .mapToDouble(value -> value == null ? Double.NaN : objective.goal().toMinimize(value))
        .toArray();
  }

  /** Return the curves of all trials of {@code study} except failed ones and {@code running}. */
  static List<double[]> others(StudySnapshot study, Trial running) {
    Objective objective = study.objectives().get(0);
    return study.trials().stream()
        .filter(trial -> trial.number() != running.number())
        .filter(trial -> trial.state() != Trial.State.FAILED)
        .map(trial -> of(trial, objective))
        .toList();
  }

  /**
   * Return the smallest finite number among the first {@code epochs} values; infinity if none is.
   */
  static double best(double[] curve, int epochs) {
    return Arrays.stream(curve, 0, epochs)
        .filter(Double::isFinite)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Format {@code value}, negated back if necessary, with up to four digits. */
  static String spell(double value, Objective objective) {
    return AmountFormat.rounded(objective.goal().toMinimize(value));
  }

  /** Return {@code 1 epoch} or {@code n epochs}. */
  static String epochs(int count) {
    return count + (count == 1 ? " epoch" : " epochs");
  }
}
