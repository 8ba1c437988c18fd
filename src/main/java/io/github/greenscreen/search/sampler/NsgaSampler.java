package io.github.greenscreen.search.sampler;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.TrialHistory;
import io.github.greenscreen.search.TrialRandom;
import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.pareto.NonDominatedSorting;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Multi-objective evolution: NSGA-II (Deb and others 2002) without generations. The parents of
 * every trial are the best of all trials so far, front by front, so that workers need not wait for
 * each other. The first trials are random.
 */
@Immutable
public final class NsgaSampler implements Sampler {
  private static final int POPULATION = 20;
  private static final int ATTEMPTS = 200;

  @Override
  public Optional<Configuration> next(StudySnapshot study) {
    TrialHistory history = new TrialHistory(study);
    if (history.seen().size() < POPULATION) {
      return new RandomSampler().next(study);
    }
    SplittableRandom random = TrialRandom.of(study.seed(), study.nextNumber());
    return history.suggest(child(history, random));
  }

  private static Optional<EncodedConfiguration> child(
      TrialHistory history, SplittableRandom random) {
    List<EncodedConfiguration> parents = parents(history);
    GeneticOperators breeding = new GeneticOperators(history.layout().axes(), random);
    for (int i = 0; i < ATTEMPTS; i++) {
      EncodedConfiguration first = parents.get(tournament(parents.size(), random));
      EncodedConfiguration second = parents.get(tournament(parents.size(), random));
      Optional<EncodedConfiguration> child = history.free(breeding.child(first, second));
      if (child.isPresent()) {
        return child;
      }
    }
    return Optional.empty();
  }

  private static List<EncodedConfiguration> parents(TrialHistory history) {
    return NonDominatedSorting.of(history).best(POPULATION).stream()
        .map(i -> history.seen().get(i).point())
        .toList();
  }

  /** Return the better of two random parents, which are sorted best first. */
  private static int tournament(int count, SplittableRandom random) {
    return Math.min(random.nextInt(count), random.nextInt(count));
  }
}
