package io.github.greenscreen.benchmark;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The analysis of 1,000 runs that differ in ten parameters of four values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class AnalysisBenchmark {
  private static final int RUNS = 1000;
  private static final int PARAMETERS = 10;

  private final List<RunRecord> runs = runs(new SplittableRandom(1));

  /** Analyse all runs. */
  @Benchmark
  public AnalysisResult thousandRuns() {
    return Analysis.of(runs, new AnalysisOptions(OptionalDouble.empty()));
  }

  private static List<RunRecord> runs(SplittableRandom random) {
    return IntStream.rangeClosed(1, RUNS)
        .mapToObj(
            number ->
                SampleRuns.run(
                    "" + number,
                    configuration(random),
                    random.nextDouble(),
                    100 + random.nextDouble(),
                    10 + random.nextDouble()))
        .toList();
  }

  private static Configuration configuration(SplittableRandom random) {
    String[] words = new String[2 * PARAMETERS];
    for (int i = 0; i < PARAMETERS; i++) {
      words[2 * i] = "parameter" + i;
      words[2 * i + 1] = "value" + random.nextInt(4);
    }
    return SampleRuns.configuration(words);
  }
}
