package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;

/**
 * Takes configurations at random, none twice. The seed shuffles the whole space once (see {@link
 * Permutation}); the answer is the first configuration of that order that is not taken. So the
 * sequence of a seed is the same on every machine, does not depend on how its runs ended, goes on
 * after an interruption as if there had been none, and a configuration taken beforehand is left out
 * without moving the others. Costs grow with the number of configurations taken, not with the
 * space.
 */
@Immutable
public final class RandomSampler implements Sampler {

  @Override
  public Optional<Configuration> next(Study study) {
    return sequence(study, 1).stream().findFirst();
  }

  @Override
  public List<Configuration> sequence(Study study, int count) {
    Permutation order = new Permutation(study.space().size(), study.seed());
    return new Walk(study.space(), order::at).skip(study.taken()).first(count);
  }
}
