package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.analysis.EarlyStoppingSavings;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import io.github.greenscreen.sweep.attempt.SweepOutcome.EndedRun;
import io.github.greenscreen.sweep.attempt.SweepOutcome.RepeatedFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reports how a sweep ended. */
final class SweepSummary {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Path runs;
  private final String resume;

  /**
   * Report how a sweep ended.
   *
   * @param out receives the results
   * @param err receives problems
   * @param command the command that resumes the sweep
   */
  SweepSummary(PrintWriter out, PrintWriter err, Path runs, String command) {
    this.out = out;
    this.err = err;
    this.runs = runs;
    this.resume = "greenscreen " + command + " --resume";
  }

  /**
   * Print the summary and return the exit code.
   *
   * @param repeats how often every configuration was trained
   * @param savings savings of early stopping
   * @param remarks further sentences about the results
   */
  int conclude(
      SweepOutcome outcome, int repeats, EarlyStoppingSavings savings, List<String> remarks) {
    int failed = outcome.failed().size();
    out.println(
        "sweep: %s of %s runs completed, %s stopped, %s failed"
            .formatted(
                outcome.completed().size(), outcome.planned(), outcome.stopped().size(), failed));
    tell(outcome.stopped(), "stopped");
    tell(outcome.failed(), "failed");
    if (savings.stopped() > 0) {
      out.println(sentence(savings));
    }
    remarks.forEach(out::println);
    outcome.reached().ifPresent(what -> out.println("the sweep ended: " + what));
    if (outcome.exhausted()) {
      err.println(
          "the search space is exhausted; %s of the %s requested configurations were tried"
              .formatted(outcome.planned() / repeats, outcome.asked() / repeats));
    }
    if (outcome.fault().isPresent()) {
      ExceptionHandler.say(
          err,
          "the disk is full (%s); free some space and resume with: %s --runs %s"
              .formatted(outcome.fault().get(), resume, runs));
      return ExitCode.FAILURE;
    }
    if (outcome.repeated().isPresent()) {
      ExceptionHandler.say(err, sentence(outcome.repeated().get()));
      return ExitCode.FAILURE;
    }
    if (outcome.interrupted()) {
      ExceptionHandler.say(err, "interrupted; resume with: %s --runs %s".formatted(resume, runs));
      return ExitCode.INTERRUPTED;
    }
    outcome
        .early()
        .ifPresent(
            reason ->
                out.println(
                    "%s; resume with a larger budget: %s --energy-budget ENERGY --runs %s"
                        .formatted(reason, resume, runs)));
    if (failed > 0) {
      err.printf("to retry failed runs: %s --retry-failed --runs %s%n", resume, runs);
      return ExitCode.SOME_RUNS_FAILED;
    }
    return outcome.hasTrained() ? ExitCode.DONE : nothingTrained(outcome);
  }

  private int nothingTrained(SweepOutcome outcome) {
    ExceptionHandler.say(
        err,
        outcome.exhausted()
            ? ("the sweep trained nothing: all configurations are among the runs in %s or those of "
                    + "--warm-start; widen the search space, or choose another folder with --runs")
                .formatted(runs)
            : "the sweep trained nothing");
    return ExitCode.FAILURE;
  }

  private void tell(List<EndedRun> ended, String state) {
    ended.forEach(run -> out.println("  " + run.name() + " " + state + ": " + run.reason()));
  }

  private String sentence(RepeatedFailure failure) {
    return what(failure)
        + ", which points to the machine, not the configurations;\n"
        + ("the sweep has ended. Run 'greenscreen doctor', which %s, then "
                + "resume with:\n%s --runs %s, which retries %s (--max-failures none: no limit)")
            .formatted(
                failure.isCrash() ? "finds safer settings" : "shows what is missing",
                resume,
                runs,
                failure.runs().size() == 1 ? "this run" : "these runs");
  }

  private static String what(RepeatedFailure failure) {
    int count = failure.runs().size();
    EndedRun last = failure.runs().get(count - 1);
    if (count == 1) {
      return "run %s %s (%s)"
          .formatted(
              last.name(),
              failure.isCrash() ? "crashed" : "failed before its first epoch",
              last.reason());
    }
    return "%d runs in a row %s (%s: %s)"
        .formatted(
            count,
            failure.isCrash()
                ? "crashed in the same way"
                : "failed for the same reason before their first epoch",
            last.name(),
            last.reason());
  }

  private static String sentence(EarlyStoppingSavings savings) {
    String epochs =
        "%s of %s".formatted(count(savings.epochs(), "epoch"), count(savings.stopped(), "run"));
    if (Double.isNaN(savings.savedWh())) {
      return ("early stopping saved %s; their energy is unknown because no completed run has an "
              + "energy")
          .formatted(epochs);
    }
    String mark = savings.source().mark();
    return String.format(
        Locale.ROOT,
        "early stopping saved an estimated %.3g Wh%s: %s at %.3g Wh each, the mean of %s "
            + "not stopped",
        savings.savedWh(),
        mark.isEmpty() ? "" : " (" + mark + ")",
        epochs,
        savings.epochWh(),
        count(savings.completed(), "run"));
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
