package io.github.greenscreen.doctor;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.format.DurationFormat;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * An estimate of the duration of a study. It covers exactly the configurations that a sweep with
 * this seed would try, each at its measured speed.
 *
 * @param runs number of runs, baseline included
 * @param refused number of runs that this version cannot train
 * @param images number of images in the data set, or the limit
 * @param sweepSeconds total duration of all trainable runs
 * @param finalSeconds duration of a final run at mean speed; NaN if no run is trainable
 */
public record StudyTimeEstimate(
    int runs, int refused, int images, double sweepSeconds, double finalSeconds) {
  private static final int FINAL_EPOCHS = 50;

  /**
   * Estimate the study of {@code count} configurations of {@code config}.
   *
   * @param images returns the number of images of a data set, by name
   * @param epochSeconds returns the seconds of one epoch of a run; NaN if it is not trainable
   */
  public static StudyTimeEstimate of(
      Config config,
      int count,
      ToIntFunction<String> images,
      ToDoubleFunction<RunPlan> epochSeconds) {
    List<RunPlan> plans = plans(config, count);
    double sweep = 0;
    double epochs = 0;
    int refused = 0;
    for (RunPlan plan : plans) {
      double seconds = epochSeconds.applyAsDouble(plan);
      if (Double.isNaN(seconds)) {
        refused++;
      } else {
        epochs += plan.epochs().orElse(1);
        sweep += seconds * plan.epochs().orElse(1);
      }
    }
    return new StudyTimeEstimate(
        plans.size(),
        refused,
        images.applyAsInt(plans.get(0).dataset()),
        sweep,
        sweep / epochs * FINAL_EPOCHS);
  }

  /** Return the estimate in sentences, one per line. */
  public String text() {
    if (refused == runs) {
      return "This version can train none of the " + runs + " runs of the study.\n";
    }
    String total =
        String.format(
            Locale.ROOT,
            "The study would take about %s on this machine: %s for %d runs on %,d images, and %s"
                + " for a final run of %d epochs.\n",
            DurationFormat.spell(sweepSeconds + finalSeconds),
            DurationFormat.spell(sweepSeconds),
            runs - refused,
            images,
            DurationFormat.spell(finalSeconds),
            FINAL_EPOCHS);
    return refused == 0
        ? total
        : total
            + (refused + " of " + runs + " runs use features that this version does not support")
            + " and would fail immediately.\n";
  }

  private static List<RunPlan> plans(Config config, int count) {
    Configuration baseline = config.space().baseline();
    List<Configuration> all = new ArrayList<>(List.of(baseline));
    all.addAll(
        config
            .method()
            .sampler()
            .sequence(
                StudySnapshot.ahead(config.space(), List.of(baseline), config.seed()), count));
    return all.stream().map(RunPlan::of).toList();
  }
}
