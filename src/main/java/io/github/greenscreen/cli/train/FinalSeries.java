package io.github.greenscreen.cli.train;

import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * Trains several final runs one after another. If this is repeated, completed runs are skipped and
 * unfinished or failed ones resumed; a stopped one is trained again, because its limits may have
 * changed.
 */
final class FinalSeries {
  private final RunStore store;
  private final SingleRunTrainer training;
  private final PrintWriter err;

  /** Train with {@code training} in {@code store}, and report on {@code err}. */
  FinalSeries(RunStore store, SingleRunTrainer training, PrintWriter err) {
    this.store = store;
    this.training = training;
    this.err = err;
  }

  /**
   * Train every one of {@code plans}, the status of new runs being {@code waiting}. A run that
   * fails does not end the series, an interruption does.
   *
   * @return an {@link ExitCode}: of the last run that did not complete
   */
  int train(List<RunPlan> plans, RunStatus waiting) {
    int code = ExitCode.DONE;
    for (int i = 0; i < plans.size(); i++) {
      int ended = train("final run %d of %d".formatted(i + 1, plans.size()), plans.get(i), waiting);
      if (ended == ExitCode.INTERRUPTED) {
        say("repeat the command to resume the final runs");
        return ended;
      }
      code = ended == ExitCode.DONE ? code : ended;
    }
    return code;
  }

  private int train(String title, RunPlan plan, RunStatus waiting) {
    Optional<RunRecord> earlier = earlier(plan, waiting);
    if (earlier.isEmpty()) {
      say(title);
      return training.start(store.path(), plan, waiting);
    }
    String name = earlier.get().name();
    if (earlier.get().status().state() == RunState.COMPLETED) {
      say("%s: run %s is completed".formatted(title, name));
      return ExitCode.DONE;
    }
    say("%s: resuming run %s".formatted(title, name));
    return training.train(store.find(name).orElseThrow());
  }

  /** Return the newest run with {@code plan} on the same images that need not begin again. */
  private Optional<RunRecord> earlier(RunPlan plan, RunStatus waiting) {
    return store.readAll((folder, fault) -> {}).stream()
        .filter(run -> run.status().purpose() == RunPurpose.FINAL)
        .filter(run -> run.plan().equals(plan))
        .filter(run -> run.status().data().equals(waiting.data()))
        .filter(run -> run.status().limit().equals(waiting.limit()))
        .filter(run -> canGoOn(run.status().state()))
        .reduce((first, second) -> second);
  }

  private static boolean canGoOn(RunState state) {
    return state != RunState.STOPPED && state != RunState.INCOMPLETE;
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}
