package io.github.greenscreen.cli.train;

import io.github.greenscreen.analysis.race.RaceOutcome;
import io.github.greenscreen.analysis.race.RaceRules;
import io.github.greenscreen.analysis.race.RaceSeeds;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.option.CheckpointOption;
import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.IdleOption;
import io.github.greenscreen.cli.option.LimitOptions;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.option.RaceOptions;
import io.github.greenscreen.cli.option.ReportOptions;
import io.github.greenscreen.cli.option.SaveModelsOption;
import io.github.greenscreen.cli.option.TrainingEngineOptions;
import io.github.greenscreen.cli.option.TrainingOptionCheck;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.RunPlanFactory;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.ResultFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.summary.AnalysisGoal;
import io.github.greenscreen.summary.RaceJson;
import io.github.greenscreen.summary.RaceText;
import io.github.greenscreen.summary.SummaryWriter;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenscreen final}: trains the recommended configuration for many epochs. */
@Command(
    name = "final",
    description = {
      "Train the configuration that 'greenscreen analyze' recommends.",
      "Uses the data set, data folder and image limit of the analysed runs."
    })
public final class FinalCommand extends RunsFolderCommand {
  private static final String TOP = "--top";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "50",
      converter = PositiveIntConverter.class,
      description = "Number of epochs (default: 50).")
  private int epochs;

  @Option(
      names = TOP,
      paramLabel = "K",
      converter = PositiveIntConverter.class,
      description = {
        "Train the K best configurations, at most 10, one after another: the",
        "recommended one, then the trained ones that follow it by the objective.",
        "If repeated, it resumes runs that did not end, and skips completed ones."
      })
  private Integer top;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "Begin with the pretrained weights in FILE: .safetensors, .pth or .pt (default: those of"
              + " the recommended configuration).")
  private String weights;

  @Option(
      names = "--best-epoch",
      paramLabel = "P",
      order = 4,
      arity = "0..1",
      fallbackValue = "5",
      converter = PositiveIntConverter.class,
      description =
          "Find the epoch with the lowest validation loss, ending after P epochs without a lower"
              + " one (default: 5), then train on training and validation images together for 1.2"
              + " times as many epochs. --epochs is the most for the first.")
  private Integer bestEpoch;

  @Mixin private RaceOptions race;
  @Mixin private IdleOption idle;
  @Mixin private LimitOptions limits;
  @Mixin private DataOptions data;
  @Mixin private MeterOptions meter;
  @Mixin private CheckpointOption checkpoint;
  @Mixin private SaveModelsOption models;
  @Mixin private TrainingEngineOptions engine;
  @Mixin private ReportOptions report;

  @Override
  public int execute() {
    MeterChoice meters = meter.choice();
    TrainingOptionCheck.of(this, meter, idle);
    race.check(this);
    checkBestEpoch();
    Map<String, RunPlan> plans = plans();
    plans.values().forEach(plan -> data.checkFolder(plan.dataset()));
    SingleRunTrainer training =
        new SingleRunTrainer(context(), engine, meters, context().terminal(), err())
            .withIdle(idle.time())
            .withLimits(limits())
            .withSaving(models.saving())
            .withCheckpointEvery(checkpoint.epochs())
            .withCaller(root().caller())
            .withVerbose(isVerbose());
    RunStatus waiting = data.status(RunPurpose.FINAL, analysed());
    RunPlan first = plans.values().iterator().next();
    if (race.configurations().isEmpty() && top == null && bestEpoch == null) {
      return training.start(runs(), first, waiting);
    }
    FinalRunTrainer trainer = new FinalRunTrainer(new RunStore(runs()), training, waiting, err());
    if (bestEpoch != null) {
      return new BestEpochTraining(trainer, first, bestEpoch).train();
    }
    return race.configurations().isPresent()
        ? race(trainer, plans, meters)
        : new FinalSeries(trainer).train(List.copyOf(plans.values()));
  }

  private int race(FinalRunTrainer trainer, Map<String, RunPlan> plans, MeterChoice meters) {
    AnalysisGoal goal = AnalysisGoal.read(report.folder());
    if (goal.needsMeter() && meters.isNone()) {
      throw new UsageException(
          ("--race: 'greenscreen analyze' ranked by %s, which --meter none does not measure; remove"
                  + " --meter none, or run 'greenscreen analyze --objective accuracy' first")
              .formatted(goal.objective().noun(goal.cost())));
    }
    boolean isAccuracy = goal.objective() == RecommendationObjective.ACCURACY;
    RaceRules rules =
        new RaceRules(goal.objective().isHighest(), race.seeds(), race.margin(), !isAccuracy);
    List<Long> seeds = RaceSeeds.of(RunLoader.whole(runs()), race.seeds());
    ResultFolder results = new ResultFolder(report.folder());
    results.delete(RaceJson.FILE);
    return new FinalRace(trainer, plans, goal, rules, seeds, limits())
        .train()
        .map(outcome -> conclude(results, outcome))
        .orElse(ExitCode.INTERRUPTED);
  }

  private int conclude(ResultFolder results, RaceOutcome outcome) {
    results.writeText(RaceJson.FILE, RaceJson.of(outcome));
    out().print(new RaceText(outcome).all());
    err().println("the race is in " + report.folder().resolve(RaceJson.FILE));
    return outcome.isWhole() ? ExitCode.DONE : ExitCode.FAILURE;
  }

  private void checkBestEpoch() {
    if (bestEpoch == null) {
      return;
    }
    given(List.of(TOP, RaceOptions.RACE)).stream()
        .findFirst()
        .ifPresent(
            option -> {
              throw new UsageException(
                  "--best-epoch trains the recommended configuration only; remove it, or remove "
                      + option);
            });
  }

  private RunLimits limits() {
    return limits.limits(OptionalDouble.empty());
  }

  /** Return the plans of the configurations to train, by the names of their files. */
  private Map<String, RunPlan> plans() {
    if (top != null && top > SummaryWriter.MOST) {
      throw new UsageException(
          "--top: found %d, expected a whole number from 1 to %d"
              .formatted(top, SummaryWriter.MOST));
    }
    List<Path> files =
        race.configurations().isPresent()
            ? BestConfigurations.files(
                report.folder(), RaceOptions.RACE, race.configurations().getAsInt())
            : BestConfigurations.files(report.folder(), TOP, top == null ? 1 : top);
    Map<String, RunPlan> plans = new LinkedHashMap<>();
    files.forEach(file -> plans.put(file.getFileName().toString(), plan(file)));
    return plans;
  }

  private RunPlan plan(Path file) {
    Configuration configuration =
        ResultFolder.readConfiguration(file).with("epochs", Integer.toString(epochs));
    return RunPlanFactory.of(withWeights(configuration), file.toString());
  }

  private Configuration withWeights(Configuration configuration) {
    if (weights == null) {
      return configuration;
    }
    HyperparameterRegistry.problem(HyperparameterRegistry.WEIGHTS, weights)
        .ifPresent(
            problem -> {
              throw new UsageException("--weights: " + problem);
            });
    return configuration.with(
        HyperparameterRegistry.WEIGHTS,
        HyperparameterRegistry.recorded(HyperparameterRegistry.WEIGHTS, weights));
  }

  /** Return the status of the newest run of baseline and sweep. */
  private RunStatus analysed() {
    List<RunRecord> records = RunLoader.whole(runs());
    return records.stream()
        .filter(run -> isStudy(run.status().purpose()))
        .max(Comparator.comparingInt(run -> Integer.parseInt(run.name())))
        .orElse(records.get(0))
        .status();
  }

  private static boolean isStudy(RunPurpose purpose) {
    return purpose == RunPurpose.BASELINE || purpose == RunPurpose.SWEEP;
  }
}
