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
import io.github.greenscreen.run.RunStore;
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
import java.util.stream.IntStream;
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
      names = "--top",
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
    List<RunPlan> plans = files().stream().map(this::plan).toList();
    plans.forEach(plan -> data.checkFolder(plan.dataset()));
    SingleRunTrainer training =
        new SingleRunTrainer(context(), engine, meters, context().terminal(), err())
            .withIdle(idle.time())
            .withLimits(limits.limits(OptionalDouble.empty()))
            .withSaving(models.saving())
            .withCheckpointEvery(checkpoint.epochs())
            .withCaller(root().caller())
            .withVerbose(isVerbose());
    RunStatus waiting = data.status(RunPurpose.FINAL, analysed());
    return top == null
        ? training.start(runs(), plans.get(0), waiting)
        : new FinalSeries(new RunStore(runs()), training, err()).train(plans, waiting);
  }

  /** Return the files of the configurations to train. */
  private List<Path> files() {
    int count = top == null ? 1 : top;
    if (count > SummaryWriter.MOST) {
      throw new UsageException(
          "--top: found %d, expected a whole number from 1 to %d"
              .formatted(count, SummaryWriter.MOST));
    }
    List<Path> files =
        IntStream.rangeClosed(1, count)
            .mapToObj(place -> report.folder().resolve(SummaryWriter.configuration(place)))
            .toList();
    int found = (int) files.stream().takeWhile(Files::exists).count();
    if (found == 0) {
      throw new UsageException(
          files.get(0)
              + ": no such file; run 'greenscreen analyze' first, or pass the folder of its "
              + "results with "
              + "--report");
    }
    if (found < count) {
      throw new UsageException(
          "--top: found %d, but %s ends with place %d (no %s); use --top %d, or train more %s"
              .formatted(
                  count,
                  report.folder(),
                  found,
                  files.get(found).getFileName(),
                  found,
                  "configurations and run 'greenscreen analyze' again"));
    }
    return files;
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
