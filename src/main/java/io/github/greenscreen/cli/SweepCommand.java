package io.github.greenscreen.cli;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.console.ProgressBar;
import io.github.greenscreen.console.SweepProgress;
import io.github.greenscreen.power.MeterChoice;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.sweep.EnergyRules;
import io.github.greenscreen.sweep.IdlePower;
import io.github.greenscreen.sweep.Launcher;
import io.github.greenscreen.sweep.Sweep;
import io.github.greenscreen.sweep.SweepOutcome;
import io.github.greenscreen.sweep.SweepOutcome.EndedRun;
import io.github.greenscreen.sweep.SweepPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenscreen sweep}: n runs, one process each. */
@Command(
    name = "sweep",
    description = {
      "Train n configurations of the search space, one after the other, each in its own process.",
      "Runs that fail are counted and do not end the sweep; the exit code is 3 then.",
      "Runs whose training diverges are stopped early, which is no failure."
    })
final class SweepCommand extends BaseCommand {
  @Option(
      names = "-n",
      paramLabel = "N",
      converter = Count.class,
      description = "Configurations to try (default: run_cap of config.yaml).")
  private Integer count;

  @Option(
      names = "--resume",
      description = {
        "Finish the sweep in the runs folder as it was planned;",
        "the options that plan a sweep have no effect then."
      })
  private boolean resume;

  @Option(
      names = "--cool-down",
      paramLabel = "SECONDS",
      order = 31,
      defaultValue = "0",
      converter = Seconds.class,
      description = {
        "Wait so long between two runs, and measure the idle machine again (default: 0)."
      })
  private Duration coolDown;

  @Option(
      names = "--energy-budget",
      paramLabel = "ENERGY",
      order = 32,
      converter = WattHours.class,
      description = {
        "End the sweep in order before the run that would pass this gross energy of all its runs,",
        "such as 5kWh (Wh, kWh, MWh); the next run is predicted to take their mean."
      })
  private Double budget;

  @Option(
      names = "--max-power",
      paramLabel = "WATTS",
      order = 33,
      converter = Watts.class,
      description = "Stop a run whose mean power over 5 s is higher.")
  private Double maxPower;

  @Mixin private IdleOption idle;
  @Mixin private SpaceOptions space;
  @Mixin private DataOptions data;
  @Mixin private MeterOptions meter;

  @Override
  int execute() {
    Launcher launcher = parts().launcher().apply(MeterOptions.words(meter.choice()));
    Optional<SweepPlan> plan = resume ? Optional.empty() : Optional.of(plan());
    // Whoever interrupts a sweep still wants to read how it ended.
    return Shutdown.interrupting(() -> conclude(carryOut(plan, launcher)));
  }

  private SweepOutcome carryOut(Optional<SweepPlan> plan, Launcher launcher) {
    try (ProgressBar bar = new ProgressBar(err(), parts().terminal())) {
      Sweep sweep = new Sweep(new RunStore(runs()), launcher, new SweepProgress(bar), rules());
      return plan.map(sweep::run).orElseGet(sweep::resume);
    }
  }

  private EnergyRules rules() {
    MeterChoice choice = meter.choice();
    if (budget != null) {
      refuseWithoutMeter("--energy-budget", choice);
    }
    if (maxPower != null) {
      refuseWithoutMeter("--max-power", choice);
    }
    return new EnergyRules(
        new IdlePower(() -> parts().meter().apply(choice), idle.time(), coolDown, choice.period()),
        budget == null ? OptionalDouble.empty() : OptionalDouble.of(budget),
        maxPower == null ? OptionalDouble.empty() : OptionalDouble.of(maxPower));
  }

  /** A limit that nobody measures would be kept by chance. */
  private void refuseWithoutMeter(String option, MeterChoice choice) {
    try (OpenMeters open = OpenMeters.answering(List.of(parts().meter().apply(choice)))) {
      if (open.isEmpty()) {
        throw new UsageException(
            option
                + ": no power meter answers, so nothing could keep it; see 'greenscreen doctor'"
                + " or leave it out");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SweepPlan plan() {
    Config config = space.read();
    data.check(config.space());
    return new SweepPlan(
        config.space(),
        config.method(),
        count == null ? config.runCap() : count,
        config.seed(),
        data.folderText(),
        data.limit());
  }

  private int conclude(SweepOutcome outcome) {
    int failed = outcome.failed().size();
    out()
        .println(
            "sweep: %s of %s runs completed, %s stopped, %s failed"
                .formatted(
                    "" + outcome.completed().size(),
                    "" + outcome.planned(),
                    "" + outcome.stopped().size(),
                    "" + failed));
    tell(outcome.stopped(), "stopped");
    tell(outcome.failed(), "failed");
    if (outcome.exhausted()) {
      err().println("the search space has no more than " + outcome.planned() + " configurations");
    }
    if (outcome.interrupted()) {
      Failures.say(err(), "interrupted; go on with: greenscreen sweep --resume --runs " + runs());
      return ExitCode.INTERRUPTED;
    }
    outcome
        .early()
        .ifPresent(
            why ->
                out()
                    .println(
                        "%s; go on with: greenscreen sweep --resume --runs %s"
                            .formatted(why, runs())));
    return failed > 0 ? ExitCode.SOME_RUNS_FAILED : ExitCode.DONE;
  }

  private void tell(List<EndedRun> runs, String state) {
    runs.forEach(run -> out().println("  " + run.name() + " " + state + ": " + run.why()));
  }
}
