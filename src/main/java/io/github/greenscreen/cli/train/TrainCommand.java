package io.github.greenscreen.cli.train;

import io.github.greenscreen.cli.option.CheckpointOption;
import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.IdleOption;
import io.github.greenscreen.cli.option.LimitOptions;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.option.OrphanPolicyOption;
import io.github.greenscreen.cli.option.SaveModelsOption;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.option.TrainingEngineOptions;
import io.github.greenscreen.cli.option.TrainingOptionCheck;
import io.github.greenscreen.cli.report.RunsShowCommand;
import io.github.greenscreen.cli.support.RunPlanFactory;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.launch.LocalLauncher;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenscreen train}: trains or resumes a single run. */
@Command(
    name = "train",
    description = {
      "Train one configuration: the baseline with some values changed, or that of an earlier run.",
      "Given a run folder, train the configuration in it; a sweep starts its runs this way.",
      "An interrupted run resumes from its last checkpoint. The first Ctrl-C stops the run",
      "after the current epoch, the second stops it immediately."
    })
public final class TrainCommand extends RunsFolderCommand {
  /** Options that plan a new run. */
  private static final List<String> PLANNING =
      List.of(
          "--baseline",
          "--from",
          "--config",
          "--set",
          "--epochs",
          "--seed",
          "--dataset",
          "--weights",
          "--data",
          "--limit",
          "--idle",
          "--max-run-time",
          "--on-nan",
          SaveModelsOption.NAME);

  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Folder of a run that has not started or was interrupted.")
  private Path folder;

  @Option(names = "--baseline", description = "Record the run as the baseline.")
  private boolean baseline;

  @Option(
      names = "--from",
      paramLabel = "RUN",
      description = "Start from the configuration of this run, such as 017.")
  private String from;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Resume this run, such as 017, from its last checkpoint.")
  private String resume;

  @Option(
      names = "--contact-sheet",
      description = "Save the first augmented training images as augmented.png in the run folder.")
  private boolean contactSheet;

  @Mixin private IdleOption idle;
  @Mixin private LimitOptions limits;
  @Mixin private OrphanPolicyOption orphan;
  @Mixin private SpaceOptions space;
  @Mixin private DataOptions data;
  @Mixin private MeterOptions meter;
  @Mixin private CheckpointOption checkpoint;
  @Mixin private SaveModelsOption models;
  @Mixin private TrainingEngineOptions engine;

  @Override
  public int execute() {
    refuseContradictions();
    TrainingOptionCheck.of(this, meter, idle);
    if (folder != null) {
      String sweep = System.getenv(LocalLauncher.PARENT);
      // A sweep redirects the output of its runs to a file.
      return training(sweep == null ? context().terminal() : Terminal.plain())
          .ofParent(sweep, orphan.stops())
          .train(new RunFolder(folder));
    }
    SingleRunTrainer training = training(context().terminal());
    if (resume != null) {
      return training.train(find("--resume", resume));
    }
    if (from != null) {
      return again(training, find("--from", from).read());
    }
    RunPurpose purpose = baseline ? RunPurpose.BASELINE : RunPurpose.SINGLE;
    RunPlan plan = RunPlan.of(space.read().space().baseline());
    data.checkFolder(plan.dataset());
    return training.start(runs(), plan, data.status(purpose));
  }

  private SingleRunTrainer training(Terminal terminal) {
    return new SingleRunTrainer(context(), engine, meter.choice(), terminal, err())
        .withIdle(idle.time())
        .withLimits(limits.limits(OptionalDouble.empty()))
        .withSaving(models.saving())
        .withContactSheet(contactSheet)
        .withCheckpointEvery(checkpoint.epochs())
        .withCaller(root().caller())
        .withVerbose(isVerbose());
  }

  private void refuseContradictions() {
    if (baseline && from != null) {
      throw new UsageException("--baseline and --from are mutually exclusive; remove one of them");
    }
    List<String> planning = given(PLANNING);
    List<String> choosing = given(List.of("--resume", "--runs"));
    if (folder != null && !(planning.isEmpty() && choosing.isEmpty())) {
      throw new UsageException(
          "a run folder defines what to train; remove %s or %s"
              .formatted(folder, joined(planning, choosing)));
    }
    if (resume != null && !planning.isEmpty()) {
      throw new UsageException(
          "--resume continues run %s with its own options; remove %s"
              .formatted(resume, String.join(", ", planning)));
    }
    if (from != null && space.given().isPresent()) {
      throw new UsageException(
          "--from takes the configuration of run %s; remove --config, and change values with --set"
              .formatted(from));
    }
    if (given("--orphan") && System.getenv(LocalLauncher.PARENT) == null) {
      throw new UsageException("--orphan applies to runs that a sweep starts; remove it");
    }
  }

  private static String joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.joining(", "));
  }

  private RunFolder find(String option, String name) {
    return new RunStore(runs())
        .find(name)
        .orElseThrow(
            () -> new UsageException(option + ": " + RunsShowCommand.absent(name, runs())));
  }

  /** Train the configuration of an earlier run on its images, with the changes of the options. */
  private int again(SingleRunTrainer training, RunRecord run) {
    Configuration configuration = run.plan().whole();
    for (Map.Entry<String, String> pin : space.pinned().entrySet()) {
      configuration = configuration.with(pin.getKey(), pin.getValue());
    }
    RunPlan plan = RunPlanFactory.of(configuration, "run " + run.name());
    data.checkFolder(plan.dataset());
    return training.start(runs(), plan, data.status(RunPurpose.SINGLE, run.status()));
  }
}
