package io.github.greenscreen.search.sampler;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.ConfigurationSampler;
import io.github.greenscreen.search.RandomSequence;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;

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
    return RandomSequence.next(study);
  }

  @Override
  public List<Configuration> sequence(StudySnapshot study, int count) {
    return RandomSequence.next(study, count);
  }
}
