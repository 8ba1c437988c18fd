package io.github.greenscreen.cli.train;

import io.github.greenscreen.cli.option.CheckpointOption;
import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.IdleOption;
import io.github.greenscreen.cli.option.LimitOptions;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.option.OrphanPolicyOption;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.option.TrainingEngineOptions;
import io.github.greenscreen.cli.report.RunsShowCommand;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.cli.support.RunPlanFactory;
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
import java.util.Map;
import java.util.OptionalDouble;
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
public final class TrainCommand extends BaseCommand {
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
  @Mixin private TrainingEngineOptions engine;

  @Override
  public int execute() {
    refuseContradictions();
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
    return training.start(runs(), plan, data.status(purpose));
  }

  private SingleRunTrainer training(Terminal terminal) {
    return new SingleRunTrainer(context(), engine, meter.choice(), terminal, err())
        .withIdle(idle.time())
        .withLimits(limits.limits(OptionalDouble.empty()))
        .withContactSheet(contactSheet)
        .withCheckpointEvery(checkpoint.epochs())
        .withVerbose(isVerbose());
  }

  private void refuseContradictions() {
    if (baseline && from != null) {
      throw new UsageException("--baseline and --from are mutually exclusive; remove one of them");
    }
    boolean configured = baseline || from != null || !space.pinned().isEmpty() || data.isGiven();
    boolean options = configured || limits.given();
    if (folder != null && (options || resume != null)) {
      throw new UsageException(
          "a run folder defines what to train; remove " + folder + " or the other options");
    }
    if (resume != null && options) {
      throw new UsageException(
          "--resume continues run %s with its own options; remove the other options"
              .formatted(resume));
    }
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
    return training.start(runs(), plan, data.status(RunPurpose.SINGLE, run.status()));
  }
}
