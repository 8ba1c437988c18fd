package io.github.greenscreen.doctor;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.ResizedImages;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.GivenSplits;
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
 * precision, batch size, execution mode and image size; other parameters hardly matter.
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
  private final Map<String, Images> sizes = new HashMap<>();

  /**
   * The images of a data set.
   *
   * @param all their number
   * @param given the splits that the data set defines
   */
  private record Images(int all, GivenSplits given) {
    double training(Hyperparameters how) {
      double drawn = given.training(all);
      return given.hasValidation() ? drawn : drawn * share(how.partition().training(), how);
    }

    double validation(Hyperparameters how) {
      return given.hasValidation()
          ? given.validation()
          : given.training(all) * share(how.partition().validation(), how);
    }

    /** Return the share of what is drawn. */
    private double share(int percent, Hyperparameters how) {
      return (double) percent / (given.hasTest() ? 100 - how.partition().test() : 100);
    }
  }

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
    Images images = known(plan.dataset(), Hyperparameters.of(asked).imageSize());
    Configuration common = asked.with("precision", "float32").with("batch_size", "32");
    double plain = seconds(asked.with("internal", "None"), images);
    double option = seconds(common, images);
    double without = seconds(common.with("internal", "None"), images);
    return plain * (option / without);
  }

  private double seconds(Configuration configuration, Images images) {
    Hyperparameters how = Hyperparameters.of(configuration);
    double used = (double) limited(images.all()) / images.all();
    double training = images.training(how) * used;
    double validation = images.validation(how) * used;
    return speed(how)
        .map(s -> training / s.trainingImages() + validation / s.validationImages())
        .orElse(Double.NaN);
  }

  /** Return the number of images of {@code dataset} that a run would use. */
  public int images(String dataset) {
    return limited(known(dataset, ImageSet.SIDE).all());
  }

  private int limited(int all) {
    return Math.min(all, limit.orElse(all));
  }

  private Images known(String dataset, int side) {
    return sizes.computeIfAbsent(dataset, name -> count(name, side));
  }

  private Images count(String dataset, int side) {
    try {
      ImageSet images = DataSets.open(dataset, data, side, err::println);
      return new Images(images.size(), images.given());
    } catch (DataException e) {
      if (data.isPresent() || dataset.equals(DataSets.FOLDER)) {
        throw e;
      }
      return new Images(CIFAR_IMAGES, GivenSplits.NONE);
    }
  }

  private Optional<Speed> speed(Hyperparameters how) {
    List<Object> kind =
        List.of(
            how.model(),
            how.stem(),
            how.precision(),
            how.batchSize(),
            how.internal(),
            how.imageSize());
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
      Speed speed = estimator.measure(how, ResizedImages.of(sample, how.imageSize()));
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
