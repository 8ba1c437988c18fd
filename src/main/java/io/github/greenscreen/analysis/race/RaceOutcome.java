package io.github.greenscreen.analysis.race;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A race and the runs that its values come from.
 *
 * @param objective what the configurations are compared by
 * @param cost what a run costs: energy, or time if the analysis knew no energy
 * @param seeds the seeds, one for each round
 * @param entries the configurations by their numbers in {@code race}
 * @param race the race
 */
public record RaceOutcome(
    RecommendationObjective objective,
    Cost cost,
    List<Long> seeds,
    List<RaceEntry> entries,
    Race race) {
  public RaceOutcome {
    Objects.requireNonNull(objective);
    Objects.requireNonNull(cost);
    seeds = List.copyOf(seeds);
    entries = List.copyOf(entries);
    Objects.requireNonNull(race);
  }

  /** Return the configuration that is better than all others; empty if none is. */
  public Optional<RaceEntry> winner() {
    return race.verdict() == RaceVerdict.BETTER
        ? Optional.of(entries.get(race.remaining().get(0)))
        : Optional.empty();
  }

  /** Return whether no configuration was withdrawn. */
  public boolean isWhole() {
    return entries.stream().allMatch(entry -> entry.withdrawal().isEmpty());
  }

  /** Return the entries that remain, in their order. */
  public List<RaceEntry> remaining() {
    return race.remaining().stream().map(entries::get).toList();
  }
}
