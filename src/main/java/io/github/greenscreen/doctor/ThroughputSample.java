package io.github.greenscreen.doctor;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.training.benchmark.StepBenchmark;
import io.github.greenscreen.training.benchmark.StepBenchmark.Trial;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.Precision;
import io.github.greenscreen.training.hyperparameter.Stem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Median;

/** One cell of the throughput table: its hyperparameters, and the measurements so far. */
final class ThroughputSample {
  private final Hyperparameters how;

  /** Median step time of each round, in seconds. */
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

  /** Measure one more round; if the engine fails, record the reason. */
  void measure(StepBenchmark timer, ImageSet images) {
    try {
      Trial trial = timer.time(how, images);
      preparation = Optional.of(trial.preparation());
      rounds.add(median(trial.stepSeconds()));
    } catch (RuntimeException | LinkageError e) {
      refusal = Optional.of(EngineCheck.reason(e));
    }
  }

  /** Return why the cell has no number, if so. */
  Optional<String> refusal() {
    return refusal;
  }

  /** Return the information reported by the engine, if it has trained. */
  Optional<EngineInfo> preparation() {
    return preparation;
  }

  /**
   * Return images per second; NaN if nothing was measured. The result uses the median over rounds
   * of the median step of each round: a round on an idle machine has more steps, but not more
   * weight.
   */
  double imagesPerSecond() {
    return rounds.isEmpty() || refusal.isPresent() ? Double.NaN : how.batchSize() / median(rounds);
  }

  private static double median(List<Double> seconds) {
    return Median.withDefaults()
        .evaluate(seconds.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
