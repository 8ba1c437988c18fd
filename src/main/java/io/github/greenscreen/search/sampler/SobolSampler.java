package io.github.greenscreen.search.sampler;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.TrialHistory;
import io.github.greenscreen.search.TrialRandom;
import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.axis.EncodedParameter;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Samples the space evenly with the Sobol sequence, using the direction numbers of Joe and Kuo
 * (2008), scrambled by the seed. A trial takes the member of its number, or the next one whose
 * configuration is not taken. A finite space is used up to its last configuration.
 */
@Immutable
public final class SobolSampler implements Sampler {
  /** Number of parameters with direction numbers; the remaining ones are drawn at random. */
  private static final int MAX_DIMENSIONS = 1000;

  private static final int ATTEMPTS = 1_000;

  @Override
  public Optional<Configuration> next(StudySnapshot study) {
    TrialHistory history = new TrialHistory(study);
    return history.suggest(history.layout().axes().isEmpty() ? Optional.empty() : free(history));
  }

  private static Optional<EncodedConfiguration> free(TrialHistory history) {
    StudySnapshot study = history.study();
    List<EncodedParameter> axes = history.layout().axes();
    int dimensions = Math.min(axes.size(), MAX_DIMENSIONS);
    SobolSequenceGenerator sobol = new SobolSequenceGenerator(dimensions);
    SplittableRandom random = TrialRandom.of(study.seed(), study.nextNumber());
    double[] member = sobol.skipTo(Math.max(0, study.nextNumber() - 1));
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SplittableRandom keys = new SplittableRandom(study.seed());
      double[] coordinates = new double[axes.size()];
      for (int i = 0; i < coordinates.length; i++) {
        double unit =
            i < dimensions ? new OwenScrambling(keys.nextInt()).of(member[i]) : random.nextDouble();
        coordinates[i] = axes.get(i).draw(unit);
      }
      Optional<EncodedConfiguration> point = history.free(coordinates);
      if (point.isPresent()) {
        return point;
      }
      member = sobol.nextVector();
    }
    return Optional.empty();
  }
}
