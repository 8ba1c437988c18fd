package io.github.greenscreen.cli.doctor;

import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.FormatOption;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.option.TrainingEngineOptions;
import io.github.greenscreen.cli.option.TrainingOptionCheck;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.cli.support.Shutdown;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.cli.support.VersionProvider;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.doctor.AcceptanceRun;
import io.github.greenscreen.doctor.CheckResult;
import io.github.greenscreen.doctor.EngineFinding;
import io.github.greenscreen.doctor.EpochTimeEstimator;
import io.github.greenscreen.doctor.StudyTimeEstimate;
import io.github.greenscreen.doctor.SystemDiagnostics;
import io.github.greenscreen.doctor.ThroughputBenchmark;
import io.github.greenscreen.engine.EngineChoice;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.io.AtomicFile;
import io.github.greenscreen.summary.Json;
import io.github.greenscreen.training.benchmark.StepBenchmark;
import io.github.greenscreen.training.benchmark.ThroughputEstimator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenscreen doctor}: checks this machine and gives advice on what is missing. */
@Command(
    name = "doctor",
    description = {
      "Check this machine: show what was found, what is missing, and how to fix it.",
      "Exits with 0 if training is possible. With --estimate, estimate how long a study would"
          + " take;",
      "with --precision, measure the training speed of each precision; with --accept,",
      "check that this machine computes and measures correctly."
    })
public final class DoctorCommand extends BaseCommand {
  /**
   * Minimum measuring time, and maximum total time, of a cell of the throughput table in each
   * round.
   */
  private static final Duration MIN = Duration.ofMillis(700);

  private static final Duration MAX = Duration.ofMinutes(2);

  /** Checks that read an option; an empty name is that of the machine without further options. */
  private static final Map<String, List<String>> CHECKS = checks();

  @Option(
      names = "--estimate",
      description = "Train a few batches of each kind and estimate the time of a study.")
  private boolean estimate;

  @Option(
      names = "-n",
      paramLabel = "N",
      converter = PositiveIntConverter.class,
      description = "Configurations of the study to estimate (default: run_cap of config.yaml).")
  private Integer count;

  @Option(
      names = "--precision",
      description = {
        "Measure training images/s for every precision, compilation and stem",
        "(up to half an hour on two cores); change or restrict the settings with",
        "--set, such as --set batch_size=8 or --set stem=cifar."
      })
  private boolean precision;

  @Option(names = "--markdown", description = "Print the table of --precision as Markdown.")
  private boolean markdown;

  @Option(
      names = "--accept",
      arity = "0..1",
      paramLabel = "FILE",
      fallbackValue = "greenscreen-acceptance.json",
      description = {
        "Check losses, memory, speed and power meters on this machine (up to",
        "15 minutes), and write the results to FILE for a bug report",
        "(default: greenscreen-acceptance.json). Exits with 0 if no check failed."
      })
  private Path accept;

  @Option(
      names = "--meter",
      paramLabel = "METER",
      order = 25,
      description = {
        "Check only these power meters, named as for train and sweep",
        "(default: all available)."
      })
  private String meter;

  @Mixin private FormatOption format;

  @Mixin private SpaceOptions space;
  @Mixin private DataOptions data;
  @Mixin private TrainingEngineOptions engine;

  private static Map<String, List<String>> checks() {
    Map<String, List<String>> checks = new LinkedHashMap<>();
    List<String> estimated =
        List.of("-n", "--config", "--epochs", "--seed", "--dataset", "--weights", "--limit");
    for (String option : estimated) {
      checks.put(option, List.of("--estimate"));
    }
    checks.put("--set", List.of("--estimate", "--precision"));
    checks.put("--data", List.of("", "--estimate"));
    checks.put(EngineChoice.CONVOLUTIONS, List.of("--estimate", "--precision", "--accept"));
    return checks;
  }

  @Override
  public int execute() throws InterruptedException {
    refuseContradictions();
    refuseUnused();
    if (accept != null) {
      return accept();
    }
    if (precision) {
      return speeds();
    }
    if (estimate) {
      out().print(estimate().text());
      return ExitCode.DONE;
    }
    CheckResult build = EngineFinding.of(context().engines(), engine.request());
    List<CheckResult> findings =
        new SystemDiagnostics(
                version(), context().trainer(), context().selfTest(), context().meter())
            .findings(build, meters(), namesMeters(), data.folder());
    if (format.isJson()) {
      out().println(Json.of(Map.of("findings", CheckResult.json(findings))));
    } else {
      print(CheckResult.table("what", findings).without("advice"));
      advise(findings);
    }
    boolean broken = findings.stream().anyMatch(f -> f.verdict() == CheckResult.Verdict.BROKEN);
    return broken ? ExitCode.FAILURE : ExitCode.DONE;
  }

  /** Reject options that the requested check does not read. */
  private void refuseUnused() {
    String check =
        accept != null ? "--accept" : precision ? "--precision" : estimate ? "--estimate" : "";
    for (Map.Entry<String, List<String>> option : CHECKS.entrySet()) {
      if (given(option.getKey()) && !option.getValue().contains(check)) {
        throw new UsageException(
            "%s applies to %s only; remove it"
                .formatted(
                    option.getKey(),
                    option.getValue().stream()
                        .map(name -> name.isEmpty() ? "the machine check" : name)
                        .collect(Collectors.joining(", "))));
      }
    }
    TrainingOptionCheck.convolutions(this);
  }

  private void refuseContradictions() {
    boolean other = precision || estimate || accept != null;
    if (meter != null && other) {
      throw new UsageException(
          "--meter applies to the machine check only; remove it, or remove --precision, "
              + "--estimate and --accept");
    }
    if (format.isJson() && other) {
      throw new UsageException(
          "--format applies to the machine check only; remove it, or remove --precision, "
              + "--estimate and --accept");
    }
    if (precision && estimate) {
      throw new UsageException(
          "--precision and --estimate are mutually exclusive; remove one of them");
    }
    if (accept != null && (precision || estimate)) {
      throw new UsageException(
          "--accept and --%s are mutually exclusive; remove one of them"
              .formatted(precision ? "precision" : "estimate"));
    }
    if (markdown && !precision) {
      throw new UsageException("--markdown applies to the table of --precision; add --precision");
    }
  }

  private int accept() throws InterruptedException {
    engine.use(context(), err());
    AcceptanceRun run = new AcceptanceRun(version(), err());
    Duration period = PowerSampler.DEFAULT_PERIOD;
    List<PowerMeter> candidates = MeterChoice.each(period).stream().map(context().meter()).toList();
    run.perform(context().acceptance(), candidates, period);
    print(run.table());
    Path file = accept.toAbsolutePath();
    try {
      AtomicFile.replace(file, run.json(Clock.systemUTC()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    out().printf("%n%s; see %s%n", run.summary(), file);
    return run.passed() ? ExitCode.DONE : ExitCode.FAILURE;
  }

  private static String version() {
    return new VersionProvider().of("greenscreen");
  }

  private List<MeterChoice> meters() {
    return namesMeters()
        ? MeterOptions.choice(meter, PowerSampler.DEFAULT_PERIOD).apart()
        : MeterChoice.each(PowerSampler.DEFAULT_PERIOD);
  }

  /** Return whether particular meters are checked; auto chooses among all. */
  private boolean namesMeters() {
    return meter != null && !meter.equals(MeterChoice.AUTO.spelled());
  }

  private int speeds() {
    engine.use(context(), err());
    ThroughputBenchmark table = new ThroughputBenchmark(space.pinned());
    StepBenchmark timer = new StepBenchmark(context().trainer().get(), MIN, MAX);
    boolean measured = Shutdown.stopping(timer::stop, () -> table.measure(timer, err()));
    out().print(table.text(markdown));
    return measured ? ExitCode.DONE : ExitCode.FAILURE;
  }

  private StudyTimeEstimate estimate() {
    Config config = space.read();
    data.checkFolder(config.space());
    engine.use(context(), err());
    ThroughputEstimator estimator = context().estimator().get();
    EpochTimeEstimator speeds =
        new EpochTimeEstimator(estimator, data.folder(), data.limit(), err());
    int n = count == null ? config.runs() : count;
    return Shutdown.stopping(
        estimator::stop,
        () -> StudyTimeEstimate.of(config, n, speeds::images, speeds::epochSeconds));
  }

  private void advise(List<CheckResult> findings) {
    List<CheckResult> advised = findings.stream().filter(f -> !f.advice().isEmpty()).toList();
    if (!advised.isEmpty()) {
      out().printf("%nWhat to do:%n");
      advised.forEach(finding -> out().printf("  %s: %s%n", finding.subject(), finding.advice()));
    }
  }
}
