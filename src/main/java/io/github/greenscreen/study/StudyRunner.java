package io.github.greenscreen.study;

import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.model.SweepRecord;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps of a study in order and decides from the runs folder which of them remain. A
 * failed baseline, or failed runs of the sweep, do not end the study. Used once.
 */
public final class StudyRunner {
  private static final Logger LOG = LoggerFactory.getLogger(StudyRunner.class);

  private final StudySteps steps;
  private final RunStore store;
  private final ToIntFunction<List<String>> command;
  private final PrintWriter err;
  private final boolean retryFailed;
  private boolean started;
  private int outcome = ExitCode.DONE;

  /**
   * Create a runner.
   *
   * @param steps the command lines of the steps
   * @param store the runs
   * @param command executes a command line of this program and returns its exit code
   * @param err receives headings and messages
   * @param retryFailed whether to retry a failed baseline or final run as well
   */
  public StudyRunner(
      StudySteps steps,
      RunStore store,
      ToIntFunction<List<String>> command,
      PrintWriter err,
      boolean retryFailed) {
    this.steps = steps;
    this.store = store;
    this.command = command;
    this.err = err;
    this.retryFailed = retryFailed;
  }

  /**
   * Run the remaining steps.
   *
   * @param resume continue the study of the runs folder
   * @param estimate why the time is estimated first; empty to start at once
   * @return an {@link ExitCode}
   */
  public int run(boolean resume, Optional<String> estimate) {
    List<Supplier<OptionalInt>> context =
        List.of(
            () -> estimate.map(this::estimate).orElse(OptionalInt.empty()),
            () -> baseline(resume),
            () -> sweep(resume),
            () -> stopUnlessDone(step("Analysis", steps.analysis())),
            () -> finalRun(resume),
            () -> stopUnlessDone(step("Report", steps.report())));
    for (Supplier<OptionalInt> part : context) {
      OptionalInt end = part.get();
      if (end.isPresent()) {
        return end.getAsInt();
      }
    }
    return outcome;
  }

  /** Return whether a step has trained, or tried to. */
  public boolean hasStarted() {
    return started;
  }

  private OptionalInt estimate(String reason) {
    say(reason + "Estimating how long the study would take on the CPU …");
    int code = step("Estimate", steps.estimate());
    if (code == ExitCode.INTERRUPTED) {
      return OptionalInt.of(code);
    }
    if (code != ExitCode.DONE) {
      say("The estimate failed; continuing without it.");
    }
    say("Continuing; press Ctrl-C to stop the study. --quick runs a small one in minutes.");
    return OptionalInt.empty();
  }

  private OptionalInt baseline(boolean resume) {
    Optional<RunFolder> unfinished = unfinished(resume, RunPurpose.BASELINE);
    if (resume && unfinished.isEmpty() && newest(RunPurpose.BASELINE).isPresent()) {
      started = true;
      return OptionalInt.empty();
    }
    int code =
        unfinished
            .map(run -> step("Baseline (resumed)", steps.resumed(run)))
            .orElseGet(() -> step("Baseline", steps.baseline()));
    started = code != ExitCode.USAGE;
    if (code == ExitCode.USAGE || code == ExitCode.INTERRUPTED) {
      return OptionalInt.of(code);
    }
    if (code != ExitCode.DONE && wasStopped(RunPurpose.BASELINE)) {
      say("The baseline was stopped early, see above; the study continues without it.");
    } else if (code != ExitCode.DONE) {
      say("The baseline failed; the sweep continues without it.");
      outcome = ExitCode.SOME_RUNS_FAILED;
    }
    return OptionalInt.empty();
  }

  private OptionalInt sweep(boolean resume) {
    Optional<Integer> begun =
        (resume ? store.study().readSweep() : Optional.<SweepRecord>empty())
            .map(SweepRecord::asked);
    int code =
        step(
            "Sweep of %s configurations"
                .formatted(begun.map(steps::resumedCount).orElseGet(steps::count)),
            begun.map(steps::resumedSweep).orElseGet(steps::sweep));
    if (code == ExitCode.SOME_RUNS_FAILED) {
      outcome = code;
      return OptionalInt.empty();
    }
    return stopUnlessDone(code);
  }

  private OptionalInt finalRun(boolean resume) {
    int code =
        unfinished(resume, RunPurpose.FINAL)
            .map(run -> step("Final run (resumed)", steps.resumed(run)))
            .orElseGet(() -> step("Final run of the recommended configuration", steps.finalRun()));
    if (code == ExitCode.INTERRUPTED) {
      return OptionalInt.of(code);
    }
    if (code != ExitCode.DONE) {
      outcome = code;
      if (wasStopped(RunPurpose.FINAL)) {
        say("The final run was stopped early, see above; the report does not include it.");
      }
    }
    return OptionalInt.empty();
  }

  private int step(String title, List<String> words) {
    say("");
    say("== " + title);
    return command.applyAsInt(words);
  }

  private static OptionalInt stopUnlessDone(int code) {
    return code == ExitCode.DONE ? OptionalInt.empty() : OptionalInt.of(code);
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }

  private Optional<RunFolder> unfinished(boolean resume, RunPurpose purpose) {
    return newest(purpose).filter(run -> resume && isUnfinished(status(run).orElseThrow()));
  }

  /** Return whether a run started and did not end, or failed for a reason that may be gone. */
  private boolean isUnfinished(RunStatus status) {
    return status.state() == RunState.INTERRUPTED
        || status.state() == RunState.RUNNING
        || (retryFailed && status.state() == RunState.FAILED)
        || status.retryOnResume();
  }

  private boolean wasStopped(RunPurpose purpose) {
    return newest(purpose)
        .flatMap(StudyRunner::status)
        .filter(status -> status.state() == RunState.STOPPED)
        .isPresent();
  }

  private Optional<RunFolder> newest(RunPurpose purpose) {
    return store.folders().stream()
        .filter(run -> status(run).filter(found -> found.purpose() == purpose).isPresent())
        .reduce((first, second) -> second);
  }

  private static Optional<RunStatus> status(RunFolder run) {
    try {
      return Optional.of(run.readStatus());
    } catch (RunFolderException e) {
      LOG.debug("run {} cannot be read", run.name(), e);
      return Optional.empty();
    }
  }
}
