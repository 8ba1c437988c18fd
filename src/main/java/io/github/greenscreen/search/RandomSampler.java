package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;

/**
 * Takes configurations at random, none twice.
 *
 * <p>Where all configurations are equally likely, the seed shuffles the whole space once (see
 * {@link FeistelPermutation}); the answer is the first configuration of that order that is not
 * taken. So the sequence of a seed is the same on every machine, does not depend on how its runs
 * ended, goes on after an interruption as if there had been none, and a configuration taken
 * beforehand is left out without moving the others. Costs grow with the number of configurations
 * taken, not with the space.
 *
 * <p>In other spaces every trial has a random stream of its own (see {@link ConfigurationSampler}),
 * so that it does not matter either where a sweep was interrupted. A finite space is used up to its
 * last configuration.
 */
@Immutable
public final class RandomSampler implements Sampler {

  @Override
  public Optional<Configuration> next(StudySnapshot study) {
    return RandomSequence.next(study);
  }

  @Override
  public List<Configuration> sequence(StudySnapshot study, int count) {
    return RandomSequence.next(study, count);
  }
}
