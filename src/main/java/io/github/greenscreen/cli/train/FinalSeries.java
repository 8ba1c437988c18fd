package io.github.greenscreen.cli.train;

import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.model.RunPlan;
import java.util.List;

/** Trains several final runs one after another, each as {@link FinalRunTrainer} does. */
final class FinalSeries {
  private final FinalRunTrainer training;

  /** Train with {@code training}. */
  FinalSeries(FinalRunTrainer training) {
    this.training = training;
  }

  /**
   * Train every one of {@code plans}. A run that fails does not end the series, an interruption
   * does.
   *
   * @return an {@link ExitCode}: of the last run that did not complete
   */
  int train(List<RunPlan> plans) {
    int code = ExitCode.DONE;
    for (int i = 0; i < plans.size(); i++) {
      int ended = training.train("final run %d of %d".formatted(i + 1, plans.size()), plans.get(i));
      if (ended == ExitCode.INTERRUPTED) {
        training.say("repeat the command to resume the final runs");
        return ended;
      }
      code = ended == ExitCode.DONE ? code : ended;
    }
    return code;
  }
}
