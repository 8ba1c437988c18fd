package io.github.greenscreen.search.stopper;

import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Builds trials of one metric and studies of such trials for tests of stoppers. */
final class Curve {
  static final Objective LOSS = Objective.of("loss", Direction.MINIMIZE);
  static final Objective ACCURACY = Objective.of("val_accuracy", Direction.MAXIMIZE);

  private Curve() {}

  static Trial trial(int number, Trial.State state, Objective objective, double... values) {
    List<Map<String, Double>> curve =
        Arrays.stream(values)
            .mapToObj(
                value ->
                    Double.isNaN(value)
                        ? Map.<String, Double>of()
                        : Map.of(objective.metric(), value))
            .toList();
    return new Trial(number, Configuration.of(Map.of()), state, Map.of(), curve);
  }

  static StudySnapshot study(Objective objective, Trial... trials) {
    return new StudySnapshot(
        new SearchSpace(List.of()), List.of(objective), List.of(), List.of(trials), 1);
  }
}
