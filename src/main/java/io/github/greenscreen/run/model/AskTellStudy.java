package io.github.greenscreen.run.model;

import io.github.greenscreen.search.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The content of {@code study.yaml} in a runs folder: a study whose trials another program runs.
 *
 * @param method the sampler, as spelled in {@code config.yaml}
 * @param seed seed of the sampler
 * @param pinned parameters fixed on the command line, by name
 * @param trials trials given out and reported, in the order of their numbers, without curves
 */
public record AskTellStudy(
    String method, long seed, Map<String, String> pinned, List<Trial> trials) {
  public AskTellStudy {
    Objects.requireNonNull(method);
    pinned = Collections.unmodifiableMap(new LinkedHashMap<>(pinned));
    trials = List.copyOf(trials);
  }

  /** Return a copy of the study in which {@code trial} is added or replaces its earlier state. */
  public AskTellStudy with(Trial trial) {
    List<Trial> all = new ArrayList<>(trials);
    all.removeIf(other -> other.number() == trial.number());
    all.add(trial);
    all.sort(Comparator.comparingInt(Trial::number));
    return new AskTellStudy(method, seed, pinned, all);
  }
}
