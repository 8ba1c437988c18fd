package io.github.greenscreen.cli;

import io.github.greenscreen.data.ImageSet;
import io.github.greenscreen.training.EngineInfo;
import io.github.greenscreen.training.ExecutionMode;
import io.github.greenscreen.training.Hyperparameters;
import io.github.greenscreen.training.MemoryFormat;
import io.github.greenscreen.training.Precision;
import io.github.greenscreen.training.Stem;
import io.github.greenscreen.training.StepBenchmark;
import io.github.greenscreen.training.StepBenchmark.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One cell of the throughput table: how to train, and the measurements so far. */
final class ThroughputSample {
  private final Hyperparameters how;

  /** The median step of each round. */
  private final List<Double> rounds = new ArrayList<>();

  private Optional<EngineInfo> preparation = Optional.empty();
  private Optional<String> refusal = Optional.empty();

  ThroughputSample(Hyperparameters how) {
    this.how = how;
  }

  Precision precision() {
    return how.precision();
  }

  ExecutionMode internal() {
    return how.internal();
  }

  MemoryFormat memoryFormat() {
    return how.memoryFormat();
  }

  Stem stem() {
    return how.stem();
  }

  /** Measure some steps more; an engine that cannot do it is not asked again. */
  void measure(StepBenchmark timer, ImageSet images) {
    try {
      Trial trial = timer.time(how, images);
      preparation = Optional.of(trial.preparation());
      rounds.add(median(trial.stepSeconds()));
    } catch (RuntimeException | LinkageError e) {
      refusal = Optional.of(EngineCheck.reason(e));
    }
  }

  /** Return why there is no number. */
  Optional<String> refusal() {
    return refusal;
  }

  /** Return what the engine said of itself, where it trained. */
  Optional<EngineInfo> preparation() {
    return preparation;
  }

  /**
   * Return images per second, NaN where none were measured. The median of the rounds counts, each
   * with its median step: a round in which the machine was free has more steps, but no more weight.
   */
  double imagesPerSecond() {
    return rounds.isEmpty() || refusal.isPresent() ? Double.NaN : how.batchSize() / median(rounds);
  }

  private static double median(List<Double> seconds) {
    List<Double> sorted = seconds.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
