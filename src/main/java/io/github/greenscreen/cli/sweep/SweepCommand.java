package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.analysis.EarlyStoppingSavings;
import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.converter.SecondsConverter;
import io.github.greenscreen.cli.option.CheckpointOption;
import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.IdleOption;
import io.github.greenscreen.cli.option.LimitOptions;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.option.MeterRequirement;
import io.github.greenscreen.cli.option.OrphanPolicyOption;
import io.github.greenscreen.cli.option.ParallelOption;
import io.github.greenscreen.cli.option.RetryOptions;
import io.github.greenscreen.cli.option.SaveModelsOption;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.option.TrainingEngineOptions;
import io.github.greenscreen.cli.option.TrainingOptionCheck;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.SignalHandlers;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.cli.support.WeightsPreflight;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.console.ProgressBar;
import io.github.greenscreen.console.SweepProgress;
import io.github.greenscreen.engine.EngineChoice;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.sweep.Sweep;
import io.github.greenscreen.sweep.SweepChanges;
import io.github.greenscreen.sweep.SweepPlan;
import io.github.greenscreen.sweep.attempt.IdlePowerMeasurement;
import io.github.greenscreen.sweep.attempt.SweepOptions;
import io.github.greenscreen.sweep.attempt.SweepOutcome;
import io.github.greenscreen.sweep.launch.Launcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code greenscreen sweep}: trains several configurations of the search space, each in its own
 * process.
 */
@Command(
    name = "sweep",
    description = {
      "Train n configurations of the search space, each in its own process, one per GPU in"
          + " parallel.",
      "Failed runs are counted and do not end the sweep; the exit code is then 3. If several",
      "consecutive runs crash in the same way, or fail for the same reason before their first",
      "epoch, the sweep ends with exit code 1; see --max-failures.",
      "Runs whose training diverges are stopped early and do not count as failed."
    })
public final class SweepCommand extends RunsFolderCommand {
  private static final Logger LOG = LoggerFactory.getLogger(SweepCommand.class);

  @Option(
      names = "-n",
      paramLabel = "N",
      converter = PositiveIntConverter.class,
      description = "Number of configurations (default: run_cap of config.yaml).")
  private Integer count;

  @Option(
      names = "--resume",
      description = {
        "Resume the sweep in the runs folder as planned. -n extends it; other",
        "options that plan a sweep must not differ. --meter, --idle, --cool-down",
        "and limits keep their values unless given again."
      })
  private boolean resume;

  @Option(
      names = "--cool-down",
      paramLabel = "SECONDS",
      order = 31,
      defaultValue = "0",
      converter = SecondsConverter.class,
      description = "Pause for SECONDS between two runs and measure idle power again (default: 0).")
  private Duration coolDown;

  @Mixin private IdleOption idle;
  @Mixin private PowerLimitOptions powerLimits;
  @Mixin private LimitOptions limits;
  @Mixin private ParallelOption parallel;
  @Mixin private RetryOptions faults;
  @Mixin private OrphanPolicyOption orphan;
  @Mixin private WarmStartOptions warmStart;
  @Mixin private SpaceOptions space;
  @Mixin private DataOptions data;
  @Mixin private MeterOptions meter;
  @Mixin private CheckpointOption checkpoint;
  @Mixin private SaveModelsOption models;
  @Mixin private TrainingEngineOptions engine;

  @Override
  public int execute() {
    PersistedOptions kept = new PersistedOptions(spec());
    faults.check(resume);
    return resume ? resume(kept) : begin(kept);
  }

  private int begin(PersistedOptions kept) {
    TrainingOptionCheck.of(this, meter, idle);
    SweepDefinition planning = definition();
    Map<String, String> settings = settings(kept);
    takeRetries(planning.config(), settings);
    refuseAskTell(planning.config());
    refuseAskedStudy();
    warmStart.checkProfiling(planning.config());
    data.check(planning.config().space(), err()::println);
    WeightsPreflight.of(planning.config().space(), err());
    SweepPlan plan = planning.plan(count, warmStart, data, settings);
    warmStart.warning(planning.config().space()).ifPresent(err()::println);
    return perform(sweep -> sweep.run(plan), Optional.of(planning), Optional.of(plan));
  }

  /** Return the definition; a CPU has no images to copy from the host. */
  private SweepDefinition definition() {
    SweepDefinition whole = SweepDefinition.of(space);
    boolean onProcessor =
        whole.usesHost()
            && context().engines().decide(engine.request()).filter(EngineChoice::isCpu).isPresent();
    if (!onProcessor) {
      return whole;
    }
    SweepDefinition rest = whole.onProcessor();
    err().println("data_location host is left out, because the runs train on the CPU");
    return rest;
  }

  /** A sweep would replace the file of the search. */
  private void refuseAskedStudy() {
    if (new RunStore(runs()).study().readAsked().isPresent()) {
      throw new UsageException(
          runs() + " holds a search of 'greenscreen ask'; choose another folder with --runs");
    }
  }

  private static void refuseAskTell(Config config) {
    if (config.method() == SamplerType.ASKTELL) {
      throw new UsageException(
          "method asktell is for programs that call 'greenscreen ask' and 'greenscreen "
              + "tell'; choose another method for a sweep");
    }
  }

  /** Resume a sweep with the options of its start; options on the command line take precedence. */
  private int resume(PersistedOptions kept) {
    RunStore store = new RunStore(runs());
    Optional<SweepRecord> before = store.study().readSweep();
    before.ifPresent(
        sweep -> {
          ResumeCheck.of(store, sweep, space, data, warmStart, count);
          kept.recall(sweep.settings(), runs().resolve("sweep.yaml"));
          TrainingOptionCheck.of(this, meter, idle);
        });
    Optional<SweepDefinition> planning =
        before.flatMap(sweep -> SweepDefinition.kept(store, sweep.pinned()));
    planning.ifPresent(how -> WeightsPreflight.of(how.config().space(), err()));
    Optional<SweepPlan> plan = planning.map(how -> how.plan(before.orElseThrow()));
    SweepChanges changes =
        new SweepChanges(
            settings(kept),
            count == null ? OptionalInt.empty() : OptionalInt.of(count),
            retriesFailed(store));
    return perform(sweep -> sweep.resume(plan, changes), planning, plan);
  }

  private boolean retriesFailed(RunStore store) {
    boolean retries = faults.retriesFailed();
    if (retries && readable(store).stream().noneMatch(SweepCommand::isFailed)) {
      err().println(RetryOptions.RETRY_FAILED + ": no run of the sweep has failed");
    }
    return retries;
  }

  private static boolean isFailed(RunRecord run) {
    return run.status().purpose() == RunPurpose.SWEEP && run.status().state() == RunState.FAILED;
  }

  /** Use {@code max_retries} of the file, also when resuming, unless the command line sets it. */
  private void takeRetries(Config config, Map<String, String> settings) {
    config.maxRetries().ifPresent(n -> settings.putIfAbsent("retries", Integer.toString(n)));
    faults.fallBack(config.maxRetries());
  }

  /** Return the options to persist; paths of a meter file and of the engine become absolute. */
  private Map<String, String> settings(PersistedOptions kept) {
    Map<String, String> given = kept.given();
    given.computeIfPresent("engine", (name, text) -> engine.folder().orElseThrow().toString());
    given.computeIfPresent("meter", (name, text) -> meter.choice().spelled());
    return given;
  }

  /** Return the command-line arguments that every run receives. */
  private List<String> childArguments(EngineChoice choice) {
    List<String> words = new ArrayList<>(MeterOptions.words(meter.choice()));
    words.addAll(choice.words());
    words.addAll(checkpoint.words());
    words.addAll(orphan.words());
    words.addAll(isVerbose() ? List.of("--verbose") : List.of());
    return words;
  }

  private int perform(
      Function<Sweep, SweepOutcome> action,
      Optional<SweepDefinition> planning,
      Optional<SweepPlan> plan) {
    EngineChoice choice = engine.choose(context(), err());
    choice
        .gpuUnused()
        .filter(reason -> !choice.asked())
        .ifPresent(reason -> err().println("the GPU is not used: " + reason));
    Launcher launcher = context().launcher().apply(childArguments(choice));
    RunStore store = new RunStore(runs());
    SweepOutcome outcome;
    List<String> remarks;
    try (ProgressBar bar = new ProgressBar(err(), context().terminal())) {
      Sweep sweep = new Sweep(store, launcher, new SweepProgress(bar), rules(planning, choice));
      outcome = SignalHandlers.telling(sweep::stop, () -> action.apply(sweep));
      remarks =
          new ArrayList<>(
              plan.filter(how -> store.study().readSweep().isPresent())
                  .map(how -> ConstraintForecastReport.of(how.method(), sweep.known(how)))
                  .orElse(List.of()));
    }
    KeptModels.sentence(store, models.saving()).ifPresent(remarks::add);
    int repeats = store.study().readSweep().map(SweepRecord::repeats).orElse(1);
    return new SweepSummary(out(), err(), runs(), root().caller().orElse("sweep"))
        .conclude(outcome, repeats, EarlyStoppingSavings.of(readable(store)), remarks);
  }

  /** Return all readable runs; the outcome lists runs that were removed or damaged. */
  private static List<RunRecord> readable(RunStore store) {
    List<RunRecord> records = new ArrayList<>();
    for (RunFolder folder : store.folders()) {
      try {
        records.add(folder.read());
      } catch (RunFolderException e) {
        LOG.debug("run {} cannot be read", folder.name(), e);
      }
    }
    return records;
  }

  private SweepOptions rules(Optional<SweepDefinition> planning, EngineChoice build) {
    MeterChoice choice = meter.choice();
    Map<String, Double> constraints = planning.map(SweepDefinition::constraints).orElse(Map.of());
    powerLimits.requireMeter(
        constraints.keySet(), new MeterRequirement(() -> context().meter().apply(choice)));
    return new SweepOptions(
        new IdlePowerMeasurement(
            variables -> open(choice, variables),
            idle.time(),
            coolDown,
            choice.period(),
            engine.holder(context(), build)),
        powerLimits.budget(),
        limits.limits(powerLimits.maxPower()).under(constraints),
        faults.stallTimeout(),
        faults.retries(),
        faults.maxFailures(),
        parallel(build),
        planning.flatMap(how -> how.config().earlyTerminate()),
        warmStart.profileRuns(),
        models.saving(),
        choice.readsProcessors());
  }

  /** Runs on the CPU share all processors, however many GPUs are unused. */
  private OptionalInt parallel(EngineChoice build) {
    OptionalInt given = parallel.runs();
    return given.isEmpty() && build.gpuUnused().isPresent() ? OptionalInt.of(1) : given;
  }

  /** Open the meter as a run with these additional environment variables would. */
  private PowerMeter open(MeterChoice choice, Map<String, String> variables) {
    if (variables.isEmpty()) {
      return context().meter().apply(choice);
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(variables);
    return choice.open(environment);
  }
}
