package io.github.greenscreen.cli;

import io.github.greenscreen.power.MeterChoice;
import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunPlan;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStatus;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.summary.BestFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenscreen final}: the run of the best configuration. */
@Command(
    name = "final",
    description = {
      "Train the configuration that 'greenscreen analyze' recommends.",
      "Data set, its folder and limit are those of the runs that were analysed."
    })
final class FinalCommand extends BaseCommand {
  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "50",
      converter = Count.class,
      description = "Epochs to train (default: 50).")
  private int epochs;

  @Mixin private IdleOption idle;
  @Mixin private LimitOptions limits;
  @Mixin private DataOptions data;
  @Mixin private MeterOptions meter;
  @Mixin private CheckpointOption checkpoint;
  @Mixin private TrainingEngineOptions engine;
  @Mixin private ReportOptions report;

  @Override
  int execute() {
    MeterChoice meters = meter.choice();
    Path best = report.folder().resolve(BestFile.NAME);
    if (Files.notExists(best)) {
      throw new UsageException(
          best + ": no such file; run 'greenscreen analyze' first, or name its folder by --report");
    }
    Configuration configuration = BestFile.read(best).with("epochs", Integer.toString(epochs));
    RunPlan plan = RunPlans.of(configuration, best.toString());
    Training training =
        new Training(parts(), engine, meters, parts().terminal(), err())
            .withIdle(idle.time())
            .withLimits(limits.limits(OptionalDouble.empty()))
            .withCheckpointEvery(checkpoint.epochs())
            .withVerbose(isVerbose());
    return training.start(runs(), plan, data.status(Purpose.FINAL, analysed()));
  }

  /** Return how the newest run of baseline and sweep was made. */
  private RunStatus analysed() {
    List<RunRecord> records = Analyses.whole(runs());
    return records.stream()
        .filter(run -> isStudy(run.status().purpose()))
        .max(Comparator.comparingInt(run -> Integer.parseInt(run.name())))
        .orElse(records.get(0))
        .status();
  }

  private static boolean isStudy(Purpose purpose) {
    return purpose == Purpose.BASELINE || purpose == Purpose.SWEEP;
  }
}
