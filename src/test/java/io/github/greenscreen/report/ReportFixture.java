package io.github.greenscreen.report;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.report.context.StudyStatus;
import io.github.greenscreen.report.context.StudyStatus.Gap;
import io.github.greenscreen.report.context.StudyStatus.Step;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.evaluation.ConfusionSource;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** A made-up study that is the same every time: a baseline, sweep runs, a failed one, a final. */
public final class ReportFixture {
  public static final ZonedDateTime CREATED =
      ZonedDateTime.of(2026, 11, 22, 9, 30, 0, 0, ZoneOffset.UTC);

  private static final LocalDateTime START = LocalDateTime.of(2026, 11, 20, 8, 0, 0);
  private static final int EPOCHS = 12;
  private static final Map<String, List<String>> SPACE = space();

  private final boolean meter;
  private final Random random = new Random(7);
  private final List<RunRecord> runs = new ArrayList<>();

  private ReportFixture(boolean meter) {
    this.meter = meter;
  }

  /** Return a baseline and {@code runs} − 1 completed runs of the sweep, then a failed one. */
  public static List<RunRecord> study(int runs, boolean meter) {
    ReportFixture fixture = new ReportFixture(meter);
    for (int i = 1; i <= runs; i++) {
      fixture.add(i);
    }
    fixture.runs.add(failed("%03d".formatted(runs + 1)));
    return List.copyOf(fixture.runs);
  }

  public static ReportInput input(List<RunRecord> runs) {
    return new ReportInput(
        Analysis.of(runs, AnalysisOptions.none()), runs, Optional.empty(), CREATED, "0.1.0");
  }

  /** Return the report of {@code runs} whose sweep has yet to end. */
  public static ReportInput unfinished(List<RunRecord> runs) {
    ReportInput whole = input(runs);
    StudyStatus unfinished =
        new StudyStatus(
            "The sweep is unfinished: 9 of 12 runs of the sweep have ended (8 completed, 1 "
                + "failed, 1 running, 2 not started).",
            List.of(
                new Gap("010", "running", "3 of 12 epochs"),
                new Gap(
                    "–", "not started", "2 runs whose configurations have not been chosen yet")),
            List.of(
                new Step("Finish the sweep", "greenscreen sweep --resume --runs runs"),
                new Step("Then rest", "")));
    return new ReportInput(
        whole.analysis(),
        runs,
        whole.finalRun(),
        whole.created(),
        whole.version(),
        unfinished,
        ConfusionSource.empty());
  }

  public static ReportInput withFinal(List<RunRecord> runs) {
    ReportInput input = input(runs);
    Configuration best = input.analysis().best().orElseThrow().configuration();
    Map<String, String> values = new LinkedHashMap<>(best.values());
    values.put("epochs", "12");
    RunRecord last =
        new ReportFixture(true)
            .record("099", RunPlan.of(Configuration.of(values)), RunPurpose.FINAL, 0.71);
    List<RunRecord> all = new ArrayList<>(runs);
    all.add(last);
    return new ReportInput(
        Analysis.of(all, AnalysisOptions.none()), all, Optional.of(last), CREATED, "0.1.0");
  }

  public static RunRecord failed(String name) {
    return new RunRecord(
        name,
        RunPlan.of(configuration(new int[SPACE.size()])),
        Optional.empty(),
        List.of(),
        status(RunState.FAILED, "out of memory at batch size 128", RunPurpose.SWEEP, Map.of()));
  }

  public static RunRecord stopped(String name, RunPurpose purpose) {
    return new RunRecord(
        name,
        RunPlan.of(configuration(new int[SPACE.size()])),
        Optional.empty(),
        List.of(),
        status(RunState.STOPPED, "training diverged", purpose, Map.of()));
  }

  /** Return {@code run} with further facts in its status, or others in their place. */
  static RunRecord withFacts(RunRecord run, Map<String, String> more) {
    Map<String, String> facts = new LinkedHashMap<>(StatusEntries.of(run.status()));
    facts.putAll(more);
    RunStatus status = StatusEntries.with(run.status(), facts);
    return new RunRecord(run.name(), run.plan(), run.result(), run.epochs(), status);
  }

  /** Return {@code run} with its power estimated. */
  public static RunRecord estimated(RunRecord run) {
    return withFacts(
        run,
        Map.of(
            "meter", "estimate",
            "power_source", "estimated",
            "power_estimated", "true",
            "power_estimate_W", "65.0"));
  }

  /** Return {@code run} whose samples cover {@code percent} of its time only. */
  public static RunRecord incomplete(RunRecord run, double percent) {
    String covered = "%.1f".formatted(percent);
    return withFacts(
        run,
        Map.of(
            "power_source",
            "measured",
            "power_coverage_percent",
            covered,
            "energy_gross_Wh",
            "1.000000",
            "energy_incomplete",
            "power samples cover " + covered + " % of the training time; at least 95 % is needed"));
  }

  /** Return {@code run} with another value of a parameter. */
  static RunRecord with(RunRecord run, String parameter, String value) {
    RunPlan plan = RunPlan.of(run.plan().whole().with(parameter, value));
    return new RunRecord(run.name(), plan, run.result(), run.epochs(), run.status());
  }

  /** Return {@code run} with losses that are not numbers in every other epoch and no last one. */
  static RunRecord withoutNumbers(RunRecord run) {
    List<EpochRow> rows = new ArrayList<>();
    for (EpochRow row : run.epochs()) {
      boolean gap = rows.size() % 2 == 1;
      rows.add(
          new EpochRow(
              row.epoch(),
              row.time(),
              gap ? Double.NaN : row.loss(),
              row.accuracy(),
              Double.NaN,
              Double.NaN,
              row.gpuPowerW(),
              row.gpuTempC(),
              row.gpuUtilPercent(),
              row.epochSeconds(),
              row.energyWh(),
              row.gpuMemoryMiB(),
              row.cpuPowerW(),
              row.learningRate(),
              row.imagesPerSecond(),
              PowerSource.NONE));
    }
    return new RunRecord(run.name(), run.plan(), Optional.empty(), rows, run.status());
  }

  private static Map<String, List<String>> space() {
    Map<String, List<String>> space = new LinkedHashMap<>();
    space.put("model", List.of("resnet20"));
    space.put("augmentation", List.of("None", "random", "mixup"));
    space.put("batch_size", List.of("4", "32", "128"));
    space.put("lr", List.of("0.01", "8.0e-4"));
    space.put("optimizer", List.of("RMSProp", "SGD", "Adam"));
    space.put("dataset", List.of("cifar10"));
    space.put("epochs", List.of("12"));
    space.put("seed", List.of("22"));
    return space;
  }

  private static Configuration configuration(int[] choice) {
    Map<String, String> values = new LinkedHashMap<>();
    int i = 0;
    for (Map.Entry<String, List<String>> parameter : SPACE.entrySet()) {
      values.put(parameter.getKey(), parameter.getValue().get(choice[i++]));
    }
    return Configuration.of(values);
  }

  private void add(int number) {
    int[] choice = new int[SPACE.size()];
    int i = 0;
    for (List<String> values : SPACE.values()) {
      choice[i++] = number == 1 ? 0 : random.nextInt(values.size());
    }
    double accuracy = 0.25 + 0.12 * choice[2] + 0.05 * choice[4] + 0.1 * random.nextDouble();
    RunPurpose purpose = number == 1 ? RunPurpose.BASELINE : RunPurpose.SWEEP;
    runs.add(
        record("%03d".formatted(number), RunPlan.of(configuration(choice)), purpose, accuracy));
  }

  private RunRecord record(String name, RunPlan plan, RunPurpose purpose, double accuracy) {
    int batch = Integer.parseInt(plan.configuration().get("batch_size"));
    double seconds = 30 + 400.0 / batch + 15 * random.nextDouble();
    double power = 110 + batch * 0.5 + 60 * random.nextDouble();
    List<EpochRow> rows = new ArrayList<>();
    rows.add(row("pre", 0, seconds, power, accuracy));
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      rows.add(row(Integer.toString(epoch), epoch, seconds, power, accuracy));
    }
    rows.add(row("post", EPOCHS, seconds, power, accuracy));
    return new RunRecord(
        name,
        plan,
        Optional.of(
            new RunResult(NetworkSize.ofParameters(272_474), accuracy - 0.01, accuracy - 0.02)),
        rows,
        status(RunState.COMPLETED, "", purpose, facts(accuracy), phases(seconds)));
  }

  private EpochRow row(String epoch, int index, double seconds, double power, double accuracy) {
    double progress = (index + 1.0) / EPOCHS;
    double watts = meter ? power + (index % 3) : Double.NaN;
    return new EpochRow(
        epoch,
        START.plusSeconds(Math.round(index * seconds)),
        2.3 - 1.2 * progress,
        accuracy * progress + 0.02,
        2.3 - progress,
        accuracy * Math.min(1, progress * 1.1),
        watts,
        meter ? 60 : Double.NaN,
        meter ? 95 : Double.NaN,
        seconds,
        watts * seconds / 3600,
        Double.NaN,
        Double.NaN,
        0.01,
        1000,
        PowerSource.NONE);
  }

  private static Map<String, Double> phases(double seconds) {
    return Map.of(
        "load",
        1.5,
        "train",
        0.9 * EPOCHS * seconds,
        "validate",
        0.1 * EPOCHS * seconds,
        "test",
        2.5);
  }

  private Map<String, String> facts(double accuracy) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("val_f1", String.format(Locale.ROOT, "%.6f", 0.98 * accuracy));
    facts.put("val_ece", String.format(Locale.ROOT, "%.6f", 0.1 * accuracy));
    facts.put("test_ece", String.format(Locale.ROOT, "%.6f", 0.12 * accuracy));
    facts.put("host", "node7");
    facts.put("device", meter ? "NVIDIA A100-SXM4-40GB" : "CPU, 2 cores");
    facts.put("meter", meter ? "nvidia-smi" : "none");
    facts.put("meter_period_s", "1");
    facts.put("greenscreen", "0.1.0");
    facts.put("djl", "0.35.1");
    facts.put("pytorch", "2.7.1");
    facts.put("java", "17.0.15");
    return facts;
  }

  private static RunStatus status(
      RunState state, String reason, RunPurpose purpose, Map<String, String> facts) {
    return status(state, reason, purpose, facts, Map.of());
  }

  private static RunStatus status(
      RunState state,
      String reason,
      RunPurpose purpose,
      Map<String, String> facts,
      Map<String, Double> seconds) {
    return new RunStatus(
        state,
        reason,
        purpose,
        Optional.empty(),
        Optional.empty(),
        "",
        OptionalInt.empty(),
        1,
        false,
        Optional.empty(),
        RunLimits.NONE,
        RunMeasurements.NONE,
        new RunEnvironment(facts),
        seconds,
        Map.of());
  }

  /** Return the same matrices of {@code classes} classes for every run. */
  public static ConfusionSource confusions(int classes) {
    return (run, split) -> Optional.of(confusion(classes, split));
  }

  /** Make a matrix, in which the second class is never predicted and the last has no images. */
  private static ConfusionTable confusion(int classes, EvaluatedSplit split) {
    Random random = new Random(split == EvaluatedSplit.TEST ? 1 : 0);
    long[] counts = new long[classes * classes];
    for (int truth = 0; truth < classes - 1; truth++) {
      for (int predicted = 0; predicted < classes; predicted++) {
        int most = truth == predicted ? 90 : 3;
        counts[truth * classes + predicted] = predicted == 1 ? 0 : random.nextInt(most);
      }
    }
    List<String> names =
        IntStream.range(0, classes)
            .mapToObj(i -> "class" + (char) ('A' + i / 26) + (char) ('a' + i % 26))
            .toList();
    return ConfusionTable.of(names, counts);
  }
}
