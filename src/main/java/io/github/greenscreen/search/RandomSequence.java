package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The random order in which a seed visits a search space, without repetition. Stateless.
 *
 * <p>If all configurations are equally likely, the seed shuffles the whole space once (see {@link
 * FeistelPermutation}) and the sequence continues with the first configurations of that order that
 * are not taken. Its cost grows with the number of configurations taken, not with the space.
 *
 * <p>In other spaces every trial has a random stream of its own (see {@link ConfigurationSampler}).
 * A finite space is used up to its last configuration.
 */
public final class RandomSequence {
  private RandomSequence() {}

  /** Return the next configuration for {@code study}, empty if the space is exhausted. */
  public static Optional<Configuration> next(StudySnapshot study) {
    return next(study, 1).stream().findFirst();
  }

  /** Return the next {@code count} configurations for {@code study}, fewer at the end. */
  public static List<Configuration> next(StudySnapshot study, int count) {
    if (study.space().isEven()) {
      return shuffled(study, count);
    }
    ConfigurationSampler draws = new ConfigurationSampler(study);
    return IntStream.range(0, count)
        .mapToObj(i -> draws.next(study.nextNumber() + i))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Configuration> shuffled(StudySnapshot study, int count) {
    if (study.space().isEmpty()) {
      return List.of();
    }
    FeistelPermutation order = new FeistelPermutation(study.space().size(), study.seed());
    return new SpaceIterator(study.space(), order::at).skip(study.taken()).first(count);
  }
}
