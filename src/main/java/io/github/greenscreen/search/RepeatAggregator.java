package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Aggregates the repeats of a configuration, which differ in their seeds, into one trial. */
public final class RepeatAggregator {
  private RepeatAggregator() {}

  /**
   * Return trial {@code number} of {@code configuration} with the means of its {@code repeats}, at
   * least one. It is pending while one of them is. Otherwise the completed ones count or, if none
   * completed, the stopped ones. A metric that one of these lacks is left out, and so are curves of
   * more than one run.
   */
  public static Trial join(int number, Configuration configuration, List<Trial> repeats) {
    Trial.State state = state(repeats);
    List<Trial> like = repeats.stream().filter(one -> one.state() == state).toList();
    if (state == Trial.State.PENDING) {
      return Trial.pending(number, configuration);
    }
    return new Trial(
        number,
        configuration,
        state,
        means(like),
        like.size() == 1 ? like.get(0).curve() : List.of());
  }

  private static Trial.State state(List<Trial> repeats) {
    Set<Trial.State> states = new HashSet<>();
    repeats.forEach(one -> states.add(one.state()));
    return List.of(
            Trial.State.PENDING, Trial.State.COMPLETED, Trial.State.STOPPED, Trial.State.FAILED)
        .stream()
        .filter(states::contains)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Double> means(List<Trial> trials) {
    Map<String, Double> means = new HashMap<>();
    for (String metric : trials.get(0).metrics().keySet()) {
      if (trials.stream().allMatch(trial -> trial.metric(metric).isPresent())) {
        means.put(
            metric,
            trials.stream()
                .mapToDouble(t -> t.metric(metric).orElseThrow())
                .average()
                .orElseThrow());
      }
    }
    return means;
  }
}
