package io.github.greenscreen.cli;

import io.github.greenscreen.console.ProgressBar;
import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.console.TrainingProgress;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunPlan;
import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.training.RunTraining;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains one run in this process and shows how it goes. */
final class Training {
  private final Parts parts;
  private final Terminal terminal;
  private final PrintWriter err;

  Training(Parts parts, Terminal terminal, PrintWriter err) {
    this.parts = parts;
    this.terminal = terminal;
    this.err = err;
  }

  /**
   * Check the data, make a run folder in {@code runs} and train it.
   *
   * @return how the run ended
   */
  RunStatus start(Path runs, RunPlan plan, RunStatus waiting) {
    Optional<Path> data =
        Optional.of(waiting.data()).filter(folder -> !folder.isEmpty()).map(Path::of);
    DataOptions.check(List.of(plan.dataset()), data);
    return train(new RunStore(runs).create(plan, waiting));
  }

  /** Train the waiting run in {@code folder}; on a signal its state becomes interrupted. */
  RunStatus train(RunFolder folder) {
    int epochs = folder.readPlan().epochs().orElse(0);
    err.printf("run %s: %s%n", folder.name(), Values.sentence(folder.readPlan().whole()));
    try (PowerMeter meter = parts.meter().get();
        ProgressBar bar = new ProgressBar(err, terminal)) {
      RunTraining training = new RunTraining(parts.trainer().get(), meter);
      return Shutdown.stopping(
          () -> stop(training, folder),
          () -> training.train(folder, new TrainingProgress(bar, epochs)));
    }
  }

  /** Say how the run ended and return the exit code. */
  int conclude(RunStatus status) {
    if (status.state() == RunState.COMPLETED) {
      return ExitCode.DONE;
    }
    Failures.say(err, "the run " + status.state().spelling() + ": " + status.why());
    return status.state() == RunState.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.FAILURE;
  }

  /** Say on disk at once what happens, since whoever sent the signal may lose patience. */
  private static void stop(RunTraining training, RunFolder folder) {
    RunStatus status = folder.readStatus();
    if (status.state() == RunState.RUNNING) {
      folder.writeStatus(status.with(RunState.INTERRUPTED, "the process was told to stop"));
    }
    training.stop();
  }
}
