package io.github.greenscreen.run;

import io.github.greenscreen.search.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A search whose trials another program carries out: the content of {@code study.yaml} in a runs
 * folder.
 *
 * @param method how configurations are chosen, as spelled in {@code config.yaml}
 * @param seed seed of that choice
 * @param pinned parameters that the command line had given a value, by name
 * @param trials what was given out and told, in the order of their numbers, without curves
 */
public record AskTellStudy(
    String method, long seed, Map<String, String> pinned, List<Trial> trials) {
  public AskTellStudy {
    Objects.requireNonNull(method);
    pinned = Collections.unmodifiableMap(new LinkedHashMap<>(pinned));
    trials = List.copyOf(trials);
  }

  /** Return the same study in which {@code trial} is new or takes the place of what it was. */
  public AskTellStudy with(Trial trial) {
    List<Trial> all = new ArrayList<>(trials);
    all.removeIf(other -> other.number() == trial.number());
    all.add(trial);
    all.sort(Comparator.comparingInt(Trial::number));
    return new AskTellStudy(method, seed, pinned, all);
  }
}
