package io.github.greenscreen.report;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** Runs drawn at random, as awkward as measurements can be; the same for the same seed. */
final class RandomStudy {
  private static final List<String> NAMES = List.of("size", "rate", "kind");

  private final Random random;
  private final Costs costs;
  private final Accuracies accuracies;
  private final int levels;

  /** What the energies of runs are like. */
  private enum Costs {
    ADDED,
    MULTIPLIED,
    SIX_ORDERS,
    CONSTANT,
    OUTLIER,
    SOME_ZERO,
    SOME_MISSING,
    NONE
  }

  /** What the accuracies of runs are like. */
  private enum Accuracies {
    ANY,
    NEAR_ONE,
    NEAR_ZERO,
    ALL_ONE,
    ALL_ZERO,
    ZERO_OR_ONE,
    SOME_MISSING
  }

  private RandomStudy(long seed) {
    this.random = new Random(seed);
    this.costs = Costs.values()[(int) (seed % Costs.values().length)];
    this.accuracies = Accuracies.values()[(int) (seed / 3 % Accuracies.values().length)];
    this.levels = 2 + random.nextInt(3);
  }

  /** Return the runs of {@code seed}: a baseline, at least one run of the sweep, often a final. */
  static List<RunRecord> of(long seed) {
    return new RandomStudy(seed).runs();
  }

  private List<RunRecord> runs() {
    int count = 2 + random.nextInt(random.nextInt(5) == 0 ? 40 : 12);
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      RunRecord run = run(i, configuration(i == 0));
      RunPurpose purpose = i == 0 ? RunPurpose.BASELINE : RunPurpose.SWEEP;
      runs.add(SampleRuns.with(run, SampleRuns.status(RunState.COMPLETED, "", purpose)));
    }
    if (random.nextBoolean()) {
      runs.set(1, SampleRuns.with(runs.get(1), new RunEnergy(-1, 50, -2, 100, "")));
      runs.set(0, SampleRuns.with(runs.get(0), new RunEnergy(0.5, 500, -2, 100, "")));
    }
    return runs;
  }

  /** Return a final run of {@code configuration} that trained twice as long. */
  static RunRecord last(long seed, Configuration best) {
    Map<String, String> values = new LinkedHashMap<>(best.values());
    values.keySet().removeAll(List.of("seed", "epochs", "dataset"));
    RunRecord run = new RandomStudy(seed).run(98, Configuration.of(values));
    List<EpochRow> rows =
        IntStream.range(0, 2).mapToObj(epoch -> SampleRuns.epoch(epoch, 0.9, 20, 3)).toList();
    return SampleRuns.with(
        SampleRuns.with(run, OptionalInt.of(2), rows),
        SampleRuns.status(RunState.COMPLETED, "", RunPurpose.FINAL));
  }

  private Configuration configuration(boolean baseline) {
    Map<String, String> values = new LinkedHashMap<>();
    NAMES.forEach(
        name -> values.put(name, Integer.toString(baseline ? 0 : random.nextInt(levels))));
    return Configuration.of(values);
  }

  private RunRecord run(int number, Configuration configuration) {
    double effect =
        NAMES.stream()
            .mapToDouble(name -> Double.parseDouble(configuration.find(name).orElse("0")))
            .map(level -> level / levels)
            .sum();
    double noise = random.nextGaussian();
    double energyWh =
        switch (costs) {
          case ADDED -> Math.max(0.01, 10 - 4 * effect + noise);
          case MULTIPLIED -> 800 * Math.exp(-2.5 * effect + 0.05 * noise);
          case SIX_ORDERS -> Math.pow(10, 3 - 3 * effect + 0.5 * noise);
          case CONSTANT -> 7;
          case OUTLIER -> number == 1 ? 5000 : 5 - effect + 0.1 * noise;
          case SOME_ZERO -> number % 4 == 2 ? 0 : 20 * Math.exp(-effect + 0.2 * noise);
          case SOME_MISSING -> number % 3 == 1 ? Double.NaN : 3 + effect + noise / 5;
          case NONE -> Double.NaN;
        };
    double seconds = 100 * Math.exp(-2 * effect + random.nextGaussian());
    double accuracy = accuracy(effect, number);
    String name = String.format(Locale.ROOT, "%03d", number + 1);
    RunRecord run = SampleRuns.run(name, configuration, accuracy, seconds, energyWh);
    RunResult tested = new RunResult(NetworkSize.ofParameters(1000), accuracy, accuracy);
    return new RunRecord(name, run.plan(), Optional.of(tested), run.epochs(), run.status());
  }

  private double accuracy(double effect, int number) {
    double any = Math.min(0.999, Math.max(0.02, 0.3 + 0.3 * effect + 0.1 * random.nextGaussian()));
    return switch (accuracies) {
      case ANY -> any;
      case NEAR_ONE -> 1 - 0.01 * random.nextDouble();
      case NEAR_ZERO -> 0.01 * random.nextDouble();
      case ALL_ONE -> 1;
      case ALL_ZERO -> 0;
      case ZERO_OR_ONE -> random.nextInt(2);
      case SOME_MISSING -> number % 4 == 3 ? Double.NaN : any;
    };
  }
}
