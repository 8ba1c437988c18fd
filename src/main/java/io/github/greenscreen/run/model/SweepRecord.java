package io.github.greenscreen.run.model;

import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The settings of a sweep and the configurations given out so far: the content of {@code
 * sweep.yaml} in the runs folder.
 *
 * @param method the sampler, as spelled in {@code config.yaml}
 * @param seed seed of the sampler
 * @param asked number of configurations requested, at least 1
 * @param repeats how often each of them is trained, with a seed of its own each time, at least 1
 * @param data folder of the data set, empty for the cache or an embedded data set
 * @param limit maximum number of images to use
 * @param settings options that all runs share and a resumed sweep restores, by name, in the order
 *     of the file
 * @param pinned parameters fixed on the command line, by name
 * @param known earlier runs that are known to the sampler and not counted, in the order of their
 *     numbers: names of folders in the runs folder, or absolute paths
 * @param first configurations to try before those of the sampler
 * @param configurations configurations given out, in this order, each repeat separately
 */
public record SweepRecord(
    String method,
    long seed,
    int asked,
    int repeats,
    String data,
    OptionalInt limit,
    Map<String, String> settings,
    Map<String, String> pinned,
    List<String> known,
    List<Configuration> first,
    List<Configuration> configurations) {
  public SweepRecord {
    Objects.requireNonNull(method);
    Objects.requireNonNull(data);
    Objects.requireNonNull(limit);
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    pinned = Collections.unmodifiableMap(new LinkedHashMap<>(pinned));
    known = List.copyOf(known);
    first = List.copyOf(first);
    configurations = List.copyOf(configurations);
  }

  /** Return the same sweep with {@code changed} settings added or replaced. */
  public SweepRecord with(Map<String, String> changed) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(changed);
    return new SweepRecord(
        method, seed, asked, repeats, data, limit, all, pinned, known, first, configurations);
  }

  /** Return the same sweep after {@code more} was given out. */
  public SweepRecord and(List<Configuration> more) {
    List<Configuration> all = new ArrayList<>(configurations);
    all.addAll(more);
    return new SweepRecord(
        method, seed, asked, repeats, data, limit, settings, pinned, known, first, all);
  }

  /** Return the same sweep with the runs called {@code names} added to the known ones. */
  public SweepRecord withFacts(List<String> names) {
    Set<String> all = new LinkedHashSet<>(known);
    all.addAll(names);
    return new SweepRecord(
        method,
        seed,
        asked,
        repeats,
        data,
        limit,
        settings,
        pinned,
        List.copyOf(all),
        first,
        configurations);
  }
}
