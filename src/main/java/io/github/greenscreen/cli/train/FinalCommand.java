package io.github.greenscreen.cli.train;

import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.option.CheckpointOption;
import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.IdleOption;
import io.github.greenscreen.cli.option.LimitOptions;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.option.ReportOptions;
import io.github.greenscreen.cli.option.SaveModelsOption;
import io.github.greenscreen.cli.option.TrainingEngineOptions;
import io.github.greenscreen.cli.option.TrainingOptionCheck;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.RunPlanFactory;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.run.ResultFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.summary.SummaryWriter;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "50",
      converter = PositiveIntConverter.class,
      description = "Number of epochs (default: 50).")
  private int epochs;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "Begin with the pretrained weights in FILE: .safetensors, .pth or .pt (default: those of"
              + " the recommended configuration).")
  private String weights;

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
    Path best = report.folder().resolve(SummaryWriter.RECOMMENDATION);
    if (Files.notExists(best)) {
      throw new UsageException(
          best
              + ": no such file; run 'greenscreen analyze' first, or pass the folder of its "
              + "results with "
              + "--report");
    }
    Configuration configuration =
        ResultFolder.readConfiguration(best).with("epochs", Integer.toString(epochs));
    RunPlan plan = RunPlanFactory.of(withWeights(configuration), best.toString());
    data.checkFolder(plan.dataset());
    SingleRunTrainer training =
        new SingleRunTrainer(context(), engine, meters, context().terminal(), err())
            .withIdle(idle.time())
            .withLimits(limits.limits(OptionalDouble.empty()))
            .withSaving(models.saving())
            .withCheckpointEvery(checkpoint.epochs())
            .withCaller(root().caller())
            .withVerbose(isVerbose());
    return training.start(runs(), plan, data.status(RunPurpose.FINAL, analysed()));
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
