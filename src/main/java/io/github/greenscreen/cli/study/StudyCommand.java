package io.github.greenscreen.cli.study;

import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.option.CarbonOptions;
import io.github.greenscreen.cli.option.CheckpointOption;
import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.IdleOption;
import io.github.greenscreen.cli.option.LimitOptions;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.option.OrphanPolicyOption;
import io.github.greenscreen.cli.option.ParallelOption;
import io.github.greenscreen.cli.option.RecommendationOptions;
import io.github.greenscreen.cli.option.ReportOptions;
import io.github.greenscreen.cli.option.RetryOptions;
import io.github.greenscreen.cli.option.SaveModelsOption;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.option.TrainingEngineOptions;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.study.DeclaredOptions;
import io.github.greenscreen.study.StudyOptions;
import io.github.greenscreen.study.StudyRunner;
import io.github.greenscreen.study.StudySteps;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** {@code greenscreen study}: runs the whole study. */
@Command(
    name = "study",
    description = {
      "Run the whole study: baseline, sweep, analysis, final run of the recommended",
      "configuration, and report. Options apply to every step that has them. An interrupted",
      "study continues with --resume. A baseline or sweep run whose training diverges is",
      "stopped early and left out of the analysis; this is not a failure."
    })
@SuppressWarnings(
    "UnusedVariable") // picocli validates the mixins, and the steps receive them as typed
public final class StudyCommand extends RunsFolderCommand {
  /** Options that no step has. */
  private static final Set<String> OWN = Set.of("--quick", "-n", "--final-epochs", "--resume");

  @Option(
      names = "--quick",
      description = {
        "Run a small study in minutes, without a GPU or a data set: generated",
        "images, a small network, 4 configurations, 6 epochs per run, 10 epochs",
        "of the final run."
      })
  private boolean quick;

  @Option(
      names = "-n",
      paramLabel = "N",
      converter = PositiveIntConverter.class,
      description = {
        "Number of configurations in addition to the baseline",
        "(default: 100; with --quick: 4)."
      })
  private Integer count;

  @Option(
      names = "--final-epochs",
      paramLabel = "N",
      converter = PositiveIntConverter.class,
      description = "Epochs of the final run (default: 50; with --quick: 10).")
  private Integer finalEpochs;

  @Option(
      names = "--resume",
      description = {
        "Resume the study in the runs folder with its original options; options",
        "given again replace them."
      })
  private boolean resume;

  @Mixin private IdleOption idle;
  @Mixin private LimitOptions limits;
  @Mixin private ParallelOption parallel;
  @Mixin private RetryOptions retries;
  @Mixin private OrphanPolicyOption orphan;
  @Mixin private SpaceOptions space;
  @Mixin private DataOptions data;
  @Mixin private MeterOptions meter;
  @Mixin private CheckpointOption checkpoint;
  @Mixin private SaveModelsOption models;
  @Mixin private TrainingEngineOptions engine;
  @Mixin private RecommendationOptions goals;
  @Mixin private CarbonOptions carbon;
  @Mixin private ReportOptions report;

  @Override
  public int execute() {
    retries.check(resume);
    boolean counts = count != null;
    List<String> given = spec().root().commandLine().getParseResult().originalArgs();
    List<String> words = given.subList(1, given.size());
    RunStore store = new RunStore(runs());
    StudyArguments arguments = new StudyArguments(store.path(), spec());
    if (!resume && !store.folders().isEmpty()) {
      throw new UsageException(
          ("%s already holds runs; resume them with --resume, or choose another folder with "
                  + "--runs DIR")
              .formatted(store.path()));
    }
    if (!resume) {
      // Refuse a method that cannot be had before the baseline is trained.
      space.read().method();
      checkImages();
    }
    if (resume) {
      StudyResumeCheck check = new StudyResumeCheck(store);
      check.search(space, data, count);
      check.finalEpochs(finalEpochs);
      arguments.refuseNew("--quick", quick);
      words = arguments.withKept(words);
      spec().commandLine().parseArgs(words.toArray(String[]::new));
    }
    arguments.keep(words);
    StudyRunner runner =
        new StudyRunner(
            steps(counts),
            store,
            step -> root().execute(spec().name(), step),
            err(),
            retries.retriesFailed());
    int code = runner.run(resume, estimateReason());
    if (!resume && !runner.hasStarted() && code == ExitCode.USAGE) {
      arguments.forget();
    }
    return code;
  }

  /** Refuse a folder of images that the sweep would refuse before the baseline is trained. */
  private void checkImages() {
    if (holdsImages()) {
      data.check(space.read().space(), sentence -> {});
    }
  }

  private boolean holdsImages() {
    return "folder".equals(space.pinned().get("dataset"));
  }

  /** Return the steps; {@code counts} if {@code -n} is on the command line, not only stored. */
  private StudySteps steps(boolean counts) {
    StudyOptions options = new StudyOptions(matched());
    if (quick) {
      options = options.withDefault("--epochs", "6");
      options = holdsImages() ? options : options.withDefault("--dataset", "shapes");
      options = options.withDefault("--limit", "2000").withPrepended("--set", "model=resnet20");
    }
    int runs = count == null ? (quick ? 4 : 100) : count;
    int epochs = finalEpochs == null ? (quick ? 10 : 50) : finalEpochs;
    OptionalInt given = count == null ? OptionalInt.empty() : OptionalInt.of(count);
    return new StudySteps(declared(), options, given, counts, runs, epochs);
  }

  /** Return the values of the options on the command line that the steps may have, as typed. */
  private Map<String, List<String>> matched() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (OptionSpec option : spec().commandLine().getParseResult().matchedOptionsSet()) {
      if (!OWN.contains(option.longestName())) {
        boolean flag = option.arity().max() == 0;
        values.put(option.longestName(), flag ? List.of() : option.originalStringValues());
      }
    }
    return values;
  }

  private DeclaredOptions declared() {
    Map<String, Set<String>> commands = new HashMap<>();
    spec()
        .parent()
        .subcommands()
        .forEach((name, command) -> commands.put(name, names(command.getCommandSpec())));
    Map<String, Set<String>> groups = new HashMap<>();
    spec().mixins().forEach((name, mixin) -> groups.put(name, names(mixin)));
    return new DeclaredOptions(commands, names(spec()), groups);
  }

  private static Set<String> names(CommandSpec command) {
    return command.optionsMap().keySet();
  }

  /** Return the first words of why the time is estimated; empty if the study starts at once. */
  private Optional<String> estimateReason() {
    if (quick) {
      return Optional.empty();
    }
    if (engine.isCpu()) {
      return Optional.of("");
    }
    return context().engines().hasGpu()
        ? Optional.empty()
        : Optional.of("No NVIDIA GPU found: the study will train on the CPU. ");
  }
}
