package io.github.greenscreen.benchmark;

import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/**
 * Suggestions in a space of ten parameters of four values, each after the result of the one before
 * is known. The virtual machine is cold, as it is when a sweep asks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(5)
public class SuggestionBenchmark {
  private static final int PARAMETERS = 10;

  private final SearchSpace space =
      new SearchSpace(
          IntStream.range(0, PARAMETERS)
              .<Parameter>mapToObj(i -> new CategoricalParameter("parameter" + i, List.of("a", "b", "c", "d")))
              .toList());

  /** Ask the Parzen estimators a thousand times. */
  @Benchmark
  public List<Trial> tpeThousand() {
    return run(SamplerType.TPE, 1_000);
  }

  /** Ask the Gaussian process a hundred times. */
  @Benchmark
  public List<Trial> bayesHundred() {
    return run(SamplerType.BAYES, 100);
  }

  private List<Trial> run(SamplerType method, int count) {
    List<Objective> objectives = List.of(Objective.of("loss", Direction.MINIMIZE));
    List<Trial> trials = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      StudySnapshot study = new StudySnapshot(space, objectives, List.of(), trials, 1);
      Configuration next = method.sampler().next(study).orElseThrow();
      Map<String, Double> metrics = Map.of("loss", loss(next));
      trials.add(new Trial(number, next, Trial.State.COMPLETED, metrics, List.of()));
    }
    return trials;
  }

  private static double loss(Configuration configuration) {
    return configuration.values().values().stream()
        .mapToDouble(value -> Math.sqrt(value.charAt(0) - 'a'))
        .sum();
  }
}
