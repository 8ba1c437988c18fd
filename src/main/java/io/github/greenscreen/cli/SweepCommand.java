package io.github.greenscreen.cli;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.console.ProgressBar;
import io.github.greenscreen.console.SweepProgress;
import io.github.greenscreen.power.MeterChoice;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.sweep.IdlePower;
import io.github.greenscreen.sweep.Launcher;
import io.github.greenscreen.sweep.Sweep;
import io.github.greenscreen.sweep.SweepOutcome;
import io.github.greenscreen.sweep.SweepOutcome.EndedRun;
import io.github.greenscreen.sweep.SweepPlan;
import io.github.greenscreen.sweep.SweepRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenscreen sweep}: n runs, one process each. */
@Command(
    name = "sweep",
    description = {
      "Train n configurations of the search space, each in its own process, one on every GPU at a time.",
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
        "Finish the sweep in the runs folder as it was planned, and with the",
        "meter, --idle, --cool-down and limits of its start, unless given anew;",
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

  @Option(
      names = "--parallel",
      paramLabel = "N",
      order = 39,
      defaultValue = "auto",
      converter = Parallel.class,
      description = {
        "Train so many runs at the same time; auto (default): one on every GPU, one without any.",
        "The energy of runs that share a GPU or the processors cannot be told apart."
      })
  private OptionalInt parallel;

  @Mixin private IdleOption idle;
  @Mixin private LimitOptions limits;
  @Mixin private FaultOptions faults;
  @Mixin private OrphanOption orphan;
  @Mixin private SpaceOptions space;
  @Mixin private DataOptions data;
  @Mixin private MeterOptions meter;
  @Mixin private CheckpointOption checkpoint;

  @Override
  int execute() {
    KeptOptions kept = new KeptOptions(spec());
    if (resume) {
      recall(kept);
    }
    Optional<Config> config = resume ? Optional.empty() : Optional.of(space.read());
    Map<String, String> settings = settings(kept);
    config.ifPresent(file -> takeRetries(file, settings));
    Launcher launcher = parts().launcher().apply(handedOn());
    Optional<SweepPlan> plan = config.map(file -> plan(file, settings));
    return conclude(carryOut(plan, settings, launcher));
  }

  /** Do as {@code max_retries} of the file says, also on resuming, unless the command line does. */
  private void takeRetries(Config config, Map<String, String> settings) {
    config.maxRetries().ifPresent(n -> settings.putIfAbsent("retries", Integer.toString(n)));
    faults.fallBack(config.maxRetries());
  }

  /** Take up what was said when the sweep was started, but for what is said anew. */
  private void recall(KeptOptions kept) {
    new RunStore(runs())
        .readSweep()
        .ifPresent(sweep -> kept.recall(sweep.settings(), runs().resolve("sweep.yaml")));
  }

  /** Return the options to keep; a file of a meter is kept so that it is found from anywhere. */
  private Map<String, String> settings(KeptOptions kept) {
    Map<String, String> given = kept.given();
    given.computeIfPresent("meter", (name, text) -> meter.choice().spelled());
    return given;
  }

  /** Return the options that every run shares. */
  private List<String> handedOn() {
    List<String> words = new ArrayList<>(MeterOptions.words(meter.choice()));
    words.addAll(checkpoint.words());
    words.addAll(orphan.words());
    return words;
  }

  private SweepOutcome carryOut(
      Optional<SweepPlan> plan, Map<String, String> settings, Launcher launcher) {
    try (ProgressBar bar = new ProgressBar(err(), parts().terminal())) {
      Sweep sweep = new Sweep(new RunStore(runs()), launcher, new SweepProgress(bar), rules());
      return Signals.telling(
          sweep::stop, () -> plan.map(sweep::run).orElseGet(() -> sweep.resume(settings)));
    }
  }

  private SweepRules rules() {
    MeterChoice choice = meter.choice();
    if (limit(budget).isPresent()) {
      refuseWithoutMeter("--energy-budget", choice);
    }
    if (limit(maxPower).isPresent()) {
      refuseWithoutMeter("--max-power", choice);
    }
    return new SweepRules(
        new IdlePower(variables -> open(choice, variables), idle.time(), coolDown, choice.period()),
        limit(budget),
        limits.limits(limit(maxPower)),
        faults.stallTimeout(),
        faults.retries(),
        parallel,
        choice.readsProcessors());
  }

  /** Open the meter as a run will whose environment has these variables as well. */
  private PowerMeter open(MeterChoice choice, Map<String, String> variables) {
    if (variables.isEmpty()) {
      return parts().meter().apply(choice);
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(variables);
    return choice.open(environment);
  }

  private static OptionalDouble limit(Double most) {
    return most == null || most.isInfinite() ? OptionalDouble.empty() : OptionalDouble.of(most);
  }

  /** A limit that nobody measures would be kept by chance. */
  private void refuseWithoutMeter(String option, MeterChoice choice) {
    try (OpenMeters open = OpenMeters.answering(List.of(parts().meter().apply(choice)))) {
      if (open.isEmpty()) {
        throw new UsageException(
            option
                + ": no power meter answers, so nothing could keep it; see 'greenscreen doctor'"
                + " or lift it by "
                + option
                + " none");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private SweepPlan plan(Config config, Map<String, String> settings) {
    Unfollowed.refuse(config);
    data.check(config.space());
    return new SweepPlan(
        config.space(),
        config.method(),
        count == null ? config.runCap() : count,
        config.seed(),
        data.folderText(),
        data.limit(),
        settings);
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
    if (outcome.fault().isPresent()) {
      Failures.say(
          err(),
          "the disk is full (%s); make room and go on with: greenscreen sweep --resume --runs %s"
              .formatted(outcome.fault().get(), runs()));
      return ExitCode.FAILURE;
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
                        "%s; go on with a larger one: greenscreen sweep --resume --energy-budget ENERGY --runs %s"
                            .formatted(why, runs())));
    return failed > 0 ? ExitCode.SOME_RUNS_FAILED : ExitCode.DONE;
  }

  private void tell(List<EndedRun> runs, String state) {
    runs.forEach(run -> out().println("  " + run.name() + " " + state + ": " + run.why()));
  }
}
