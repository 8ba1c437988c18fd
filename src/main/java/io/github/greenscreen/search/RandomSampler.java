package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Proposes configurations at random without repetition.
 *
 * <p>If all configurations are equally likely, the seed shuffles the whole space once (see {@link
 * FeistelPermutation}); the proposal is the first configuration of that order that is not taken.
 * The sequence of a seed is therefore the same on every machine, does not depend on how its runs
 * ended, continues after an interruption as if there had been none, and a configuration taken
 * beforehand is skipped without moving the others. The cost grows with the number of configurations
 * taken, not with the size of the space.
 *
 * <p>In other spaces every trial has a random stream of its own (see {@link ConfigurationSampler}),
 * so that interruptions do not change the sequence either. A finite space is used up to its last
 * configuration.
 */
@Immutable
public final class RandomSampler implements Sampler {

  @Override
  public Optional<Configuration> next(StudySnapshot study) {
    return sequence(study, 1).stream().findFirst();
  }

  @Override
  public List<Configuration> sequence(StudySnapshot study, int count) {
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
