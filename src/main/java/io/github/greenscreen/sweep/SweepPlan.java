package io.github.greenscreen.sweep;

import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.sampler.SamplerType;
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
 * The plan of a new sweep.
 *
 * @param study the search space, objectives, constraints and the seed of the sampler; without
 *     trials. {@code seed}, {@code epochs} and {@code dataset} are among the parameters of the
 *     space
 * @param method the sampler
 * @param runs number of configurations, at least 1
 * @param repeats how often each is trained, at least 1, with the seed of the space and the
 *     following ones
 * @param data folder of the data set, empty for the cache or an embedded data set
 * @param limit maximum number of images to use
 * @param settings options that all runs share, to be recorded for {@link Sweep#resume}
 * @param origin text of the {@code config.yaml} to keep for {@link Sweep#resume}, empty for none
 * @param pinned values that the command line overrides, by name of parameter
 * @param first configurations to try before those of the sampler
 * @param known absolute paths of further run folders from which to learn
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

  /** Plan a sweep that maximises validation accuracy and records no settings. */
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

  /**
   * Return the initial record of this sweep; its known runs are {@link #known}, then {@code there}.
   */
  SweepRecord begin(List<String> there) {
    List<String> all = new ArrayList<>(known);
    all.addAll(there);
    return new SweepRecord(
        method.configName(),
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
