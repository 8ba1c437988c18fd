package io.github.greenscreen.cli.model;

import io.github.greenscreen.cli.option.DataFolderOption;
import io.github.greenscreen.cli.option.FormatOption;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.ensemble.EnsembleEvaluation;
import io.github.greenscreen.ensemble.EnsembleResult;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.training.WorkMeter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenscreen ensemble}: evaluates combinations of the trained networks of runs. */
@Command(
    name = "ensemble",
    description = {
      "Compare the trained networks of runs with ensembles of them, by accuracy and energy.",
      "Ensembles are the mean of the probabilities, and means weighted by validation accuracy",
      "and by weights optimised on the validation images. Also shows F1, log loss, and time.",
      "Only images that no run was trained on are used; the networks compute on the CPU."
    })
public final class EnsembleCommand extends RunsFolderCommand {
  private static final String METER = "--meter";

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "Run numbers, such as 017 023; at least two.")
  private List<String> names;

  @Mixin private FormatOption format;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      order = 20,
      description = "Folder of the data set, if it has moved (default: that of the runs).")
  private Path data;

  @Option(
      names = METER,
      paramLabel = "METER",
      order = 25,
      description = {
        "What measures the energy of the CPU: rapl, estimate:65W, or none",
        "(default: rapl)."
      })
  private String meter = "rapl";

  @Override
  public int execute() {
    MeterChoice choice = choice();
    EnsembleMembers members = EnsembleMembers.find(runs(), names);
    DataFolderOption.refuseDrawn(data, List.of(members.dataset()));
    Optional<Path> folder = data == null ? members.folder() : Optional.of(data);
    BundledEngine.use(context());
    try (PowerMeter open = context().meter().apply(choice)) {
      EnsembleEvaluation evaluation =
          new EnsembleEvaluation(
              context().networks().get(),
              new WorkMeter(open),
              side -> images(members.dataset(), folder, side),
              this::report);
      show(evaluation.of(members.all()));
    }
    return ExitCode.DONE;
  }

  /** Meters of GPUs would measure what does not compute, and those of earlier runs other work. */
  private MeterChoice choice() {
    MeterChoice choice = MeterOptions.choice(meter, PowerSampler.DEFAULT_PERIOD);
    if (!choice.isNone() && !(choice.parts().size() == 1 && choice.readsProcessors())) {
      throw new UsageException(
          "%s: found %s, but the networks compute on the CPU; expected rapl, estimate:65W, or none"
              .formatted(METER, choice.spelled()));
    }
    return choice;
  }

  private ImageSet images(String dataset, Optional<Path> folder, int side) {
    return DataSets.open(dataset, folder, side, this::report);
  }

  private void report(String sentence) {
    err().println(sentence);
    err().flush();
  }

  private void show(EnsembleResult result) {
    EnsembleTables tables = new EnsembleTables(result);
    if (format.isJson()) {
      out().println(tables.json());
    } else {
      print(tables.scores());
      out().println();
      print(tables.weights());
      out()
          .printf(
              "%nImages on which no run was trained: %s for validation, %s for the test%n",
              result.validationImages(), result.testImages());
    }
    result
        .energyProblems()
        .forEach(problem -> ExceptionHandler.say(err(), "energy is N/A: " + problem));
  }
}
