package io.github.greenscreen.run.model;

import io.github.greenscreen.search.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The content of {@code study.yaml} in a runs folder: a study whose trials another program runs.
 *
 * @param method the sampler, as spelled in {@code config.yaml}
 * @param seed seed of the sampler
 * @param pinned parameters fixed on the command line, by name
 * @param trials trials given out and reported, in the order of their numbers, without curves
 * @param own numbers of the trials that the other program chose itself
 */
public record AskTellStudy(
    String method, long seed, Map<String, String> pinned, List<Trial> trials, Set<Integer> own) {
  public AskTellStudy {
    Objects.requireNonNull(method);
    pinned = Collections.unmodifiableMap(new LinkedHashMap<>(pinned));
    trials = List.copyOf(trials);
    own = Set.copyOf(own);
  }

  /** Return the number of the next trial. */
  public int nextNumber() {
    return trials.isEmpty() ? 1 : trials.get(trials.size() - 1).number() + 1;
  }

  /** Return a copy of the study in which {@code trial} is added or replaces its earlier state. */
  public AskTellStudy with(Trial trial) {
    List<Trial> all = new ArrayList<>(trials);
    all.removeIf(other -> other.number() == trial.number());
    all.add(trial);
    all.sort(Comparator.comparingInt(Trial::number));
    return new AskTellStudy(method, seed, pinned, all, own);
  }

  /** Return a copy of the study with {@code trial}, which the other program chose itself. */
  public AskTellStudy withOwn(Trial trial) {
    Set<Integer> more = new HashSet<>(own);
    more.add(trial.number());
    return new AskTellStudy(method, seed, pinned, with(trial).trials, more);
  }
}
