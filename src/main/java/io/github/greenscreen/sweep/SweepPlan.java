package io.github.greenscreen.sweep;

import io.github.greenscreen.run.SweepRecord;
import io.github.greenscreen.search.SamplerType;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a new sweep shall do.
 *
 * @param study where the configurations come from, what they should improve, what they must meet,
 *     and the seed of the choice; without trials. {@code seed}, {@code epochs} and {@code dataset}
 *     are among the parameters of the space
 * @param method how they are chosen
 * @param runs how many configurations, at least 1
 * @param repeats how often each is trained, at least 1, with the seed of the space and those above
 * @param data folder of the data set, empty for the cache or an embedded data set
 * @param limit use only so many images
 * @param settings options that all runs share, to be recorded for {@link Sweep#resume}
 * @param origin text of the {@code config.yaml} to keep for that, empty for none
 * @param pinned what the command line changes in it, by name of parameter
 * @param first configurations to try before the method is asked
 * @param known absolute paths of run folders from which to learn, besides those that are there
 */
public record SweepPlan(
    StudySnapshot study,
    SamplerType method,
    int runs,
    int repeats,
    String data,
    OptionalInt limit,
    Map<String, String> settings,
    String origin,
    Map<String, String> pinned,
    List<Configuration> first,
    List<String> known) {
  public SweepPlan {
    Objects.requireNonNull(study);
    Objects.requireNonNull(method);
    Objects.requireNonNull(data);
    Objects.requireNonNull(limit);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    Objects.requireNonNull(origin);
    pinned = Collections.unmodifiableMap(new LinkedHashMap<>(pinned));
    first = List.copyOf(first);
    known = List.copyOf(known);
    if (runs < 1 || repeats < 1) {
      throw new IllegalArgumentException(
          "a sweep of " + runs + " runs, each " + repeats + " times");
    }
  }

  /** Plan a sweep for the highest validation accuracy that records no settings. */
  public SweepPlan(
      SearchSpace space, SamplerType method, int runs, long seed, String data, OptionalInt limit) {
    this(
        StudySnapshot.ahead(space, List.of(), seed),
        method,
        runs,
        1,
        data,
        limit,
        Map.of(),
        "",
        Map.of(),
        List.of(),
        List.of());
  }

  /** Return the record of this sweep before anything is given out, knowing {@code runs} first. */
  SweepRecord begin(List<String> there) {
    List<String> all = new ArrayList<>(known);
    all.addAll(there);
    return new SweepRecord(
        method.spelling(),
        study.seed(),
        runs,
        repeats,
        data,
        limit,
        settings,
        pinned,
        all,
        first,
        List.of());
  }
}
