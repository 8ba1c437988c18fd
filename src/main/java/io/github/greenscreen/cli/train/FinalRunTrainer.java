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
import java.util.stream.Stream;

/**
 * Trains final runs, unless an earlier command did: completed runs are skipped and unfinished or
 * failed ones resumed; a stopped one is trained again, because its limits may have changed.
 */
final class FinalRunTrainer {
  private final RunStore store;
  private final SingleRunTrainer training;
  private final RunStatus waiting;
  private final PrintWriter err;

  /**
   * Train with {@code training} in {@code store}, and report on {@code err}.
   *
   * @param waiting the status of new runs
   */
  FinalRunTrainer(RunStore store, SingleRunTrainer training, RunStatus waiting, PrintWriter err) {
    this.store = store;
    this.training = training;
    this.waiting = waiting;
    this.err = err;
  }

  /**
   * Train {@code plan}, which {@code title} describes.
   *
   * @return an {@link ExitCode}
   */
  int train(String title, RunPlan plan) {
    Optional<RunRecord> earlier =
        with(plan).filter(run -> canGoOn(run.status().state())).reduce((first, second) -> second);
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

  /**
   * Return the run with {@code plan} on the same images: the newest completed one, or else the
   * newest.
   */
  Optional<RunRecord> find(RunPlan plan) {
    List<RunRecord> runs = with(plan).toList();
    return runs.stream()
        .filter(run -> run.status().state() == RunState.COMPLETED)
        .reduce((first, second) -> second)
        .or(() -> runs.stream().reduce((first, second) -> second));
  }

  /** Print {@code line} to the user. */
  void say(String line) {
    err.println(line);
    err.flush();
  }

  private Stream<RunRecord> with(RunPlan plan) {
    return store.readAll((folder, fault) -> {}).stream()
        .filter(run -> run.status().purpose() == RunPurpose.FINAL)
        .filter(run -> run.plan().equals(plan))
        .filter(run -> run.status().data().equals(waiting.data()))
        .filter(run -> run.status().limit().equals(waiting.limit()));
  }

  private static boolean canGoOn(RunState state) {
    return state != RunState.STOPPED && state != RunState.INCOMPLETE;
  }
}
