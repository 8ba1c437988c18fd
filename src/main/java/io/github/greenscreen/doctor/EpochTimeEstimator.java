package io.github.greenscreen.doctor;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.benchmark.ThroughputEstimator;
import io.github.greenscreen.training.benchmark.ThroughputEstimator.Speed;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Estimates seconds per epoch. The throughput is measured once per combination of network, stem,
 * precision, batch size and execution mode; other parameters hardly matter.
 */
public final class EpochTimeEstimator {
  /** Number of training images of CIFAR, assumed for a data set that has not been fetched. */
  private static final int CIFAR_IMAGES = 50_000;

  private static final String LEARNING_RATE = "1.0e-6";

  private final ThroughputEstimator estimator;
  private final Optional<Path> data;
  private final OptionalInt limit;
  private final PrintWriter err;
  private final ImageSet sample = DataSets.open("shapes", Optional.empty());
  private final Map<List<Object>, Optional<Speed>> known = new HashMap<>();
  private final Map<String, Integer> sizes = new HashMap<>();

  /**
   * Create an estimator.
   *
   * @param data folder of the data set; empty for the cache
   * @param limit number of images that a run uses; empty for all
   * @param err receives each measured throughput
   */
  public EpochTimeEstimator(
      ThroughputEstimator estimator, Optional<Path> data, OptionalInt limit, PrintWriter err) {
    this.estimator = estimator;
    this.data = data;
    this.limit = limit;
    this.err = err;
  }

  /**
   * Return the seconds per epoch of {@code plan}; NaN if the engine rejects it. The cost of an
   * execution mode is measured once per network, as a factor in float32 with batches of 32.
   */
  public double epochSeconds(RunPlan plan) {
    // A small learning rate prevents divergence and does not affect the speed.
    Configuration asked = plan.configuration().with("lr", LEARNING_RATE);
    int images = images(plan.dataset());
    Configuration common = asked.with("precision", "float32").with("batch_size", "32");
    double plain = seconds(asked.with("internal", "None"), images);
    double option = seconds(common, images);
    double without = seconds(common.with("internal", "None"), images);
    return plain * (option / without);
  }

  private double seconds(Configuration configuration, int images) {
    Hyperparameters how = Hyperparameters.of(configuration);
    double training = images * how.partition().training() / 100.0;
    double validation = images * how.partition().validation() / 100.0;
    return speed(how)
        .map(s -> training / s.trainingImages() + validation / s.validationImages())
        .orElse(Double.NaN);
  }

  /** Return the number of images of {@code dataset} that a run would use. */
  public int images(String dataset) {
    int all = sizes.computeIfAbsent(dataset, this::count);
    return Math.min(all, limit.orElse(all));
  }

  private int count(String dataset) {
    try {
      return DataSets.open(dataset, data).size();
    } catch (DataException e) {
      if (data.isPresent()) {
        throw e;
      }
      return CIFAR_IMAGES;
    }
  }

  private Optional<Speed> speed(Hyperparameters how) {
    List<Object> kind =
        List.of(how.model(), how.stem(), how.precision(), how.batchSize(), how.internal());
    return known.computeIfAbsent(kind, key -> measure(how));
  }

  private Optional<Speed> measure(Hyperparameters how) {
    String kind =
        "%s, %s, batch size %s, %s"
            .formatted(
                how.model().configName(),
                how.precision().configName(),
                how.batchSize(),
                how.internal().configName());
    try {
      Speed speed = estimator.measure(how, sample);
      err.printf(
          "measured %s: %s images/s%n",
          kind, TextNumberFormat.fixed(speed.trainingImages(), 1, ""));
      return Optional.of(speed);
    } catch (UnsupportedChoiceException | DivergedException e) {
      return Optional.empty();
    } finally {
      err.flush();
    }
  }
}
