package io.github.greenscreen.cli.train;

import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.io.PrintWriter;
import java.util.Optional;

/** Reports how a single run ended. */
final class SingleRunSummary {
  private final PrintWriter err;
  private final Optional<String> caller;
  private final boolean isWatched;

  /**
   * Report on {@code err}.
   *
   * @param caller name of the command of which the run is a step, and which resumes it
   * @param isWatched whether another process watches this one, and says how to resume the run
   */
  SingleRunSummary(PrintWriter err, Optional<String> caller, boolean isWatched) {
    this.err = err;
    this.caller = caller;
    this.isWatched = isWatched;
  }

  /**
   * Report how the run in {@code folder} ended, unless it completed all epochs, and return the exit
   * code.
   */
  int conclude(RunFolder folder, RunStatus status) {
    if (status.state() == RunState.COMPLETED) {
      if (!status.reason().isEmpty()) {
        err.printf("run %s: %s%n", folder.name(), status.reason());
      }
      return ExitCode.DONE;
    }
    if (status.state() == RunState.INTERRUPTED) {
      if (!isWatched) {
        ExceptionHandler.say(
            err, "interrupted (%s); %s".formatted(status.reason(), remedy(folder)));
      }
      return ExitCode.INTERRUPTED;
    }
    String run = status.purpose() == RunPurpose.FINAL ? "the final run " : "the run ";
    String ended = status.state() == RunState.STOPPED ? "was stopped" : status.state().configName();
    ExceptionHandler.say(err, run + ended + ": " + status.reason());
    return ExitCode.FAILURE;
  }

  private String remedy(RunFolder folder) {
    if (caller.isPresent()) {
      return "resume with: greenscreen %s --resume --runs %s"
          .formatted(caller.get(), folder.path().getParent());
    }
    return "%s with: greenscreen train %s"
        .formatted(folder.checkpoints().exists() ? "resume" : "restart", folder.path());
  }
}
