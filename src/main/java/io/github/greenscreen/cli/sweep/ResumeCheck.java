package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.config.ConfigReader;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.format.SweepFile;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rejects options that define a sweep if they differ from those of the sweep that is resumed: they
 * could not take effect.
 */
public final class ResumeCheck {
  private static final String SEED = "seed";
  private static final String NONE = "none";
  private static final String KEEPS =
      "a sweep is resumed with the search that it started with; remove what differs, or start "
          + "another sweep in a folder of its own with --runs DIR";

  /** Parameters with an option of their own. */
  private static final Set<String> NAMED = Set.of("epochs", SEED, "dataset", "weights");

  private final Path folder;
  private final SweepRecord sweep;
  private final Optional<SweepDefinition> kept;
  private final Optional<Path> config;
  private final List<String> problems = new ArrayList<>();

  private ResumeCheck(RunStore store, SweepRecord sweep) {
    this.folder = store.path();
    this.sweep = sweep;
    this.kept = SweepDefinition.kept(store, sweep.pinned());
    this.config = store.study().sweepConfig();
  }

  /**
   * Check the options of the search and the data of {@code sweep}, which is in {@code store}.
   *
   * @param count the number of configurations given with {@code -n}, null for none
   */
  public static void of(
      RunStore store, SweepRecord sweep, SpaceOptions space, DataOptions data, Integer count) {
    of(store, sweep, space, data, new WarmStartOptions(), count);
  }

  /** Check all options that plan {@code sweep}, as above. */
  static void of(
      RunStore store,
      SweepRecord sweep,
      SpaceOptions space,
      DataOptions data,
      WarmStartOptions start,
      Integer count) {
    ResumeCheck check = new ResumeCheck(store, sweep);
    check.space(space);
    check.data(data);
    check.start(start);
    check.refuse();
    if (count != null) {
      check.count(count);
    }
  }

  private void refuse() {
    if (!problems.isEmpty()) {
      problems.add(KEEPS);
      throw new UsageException(String.join("\n", problems));
    }
  }

  private void space(SpaceOptions space) {
    space.given().ifPresent(this::config);
    space.pinned().forEach(this::pin);
  }

  private void config(Path given) {
    if (config.isEmpty()) {
      problems.add(
          "--config: %s holds no sweep-config.yaml to compare %s with".formatted(folder, given));
      return;
    }
    Config mine = ConfigReader.read(config.get());
    for (var difference : ConfigDifferences.between(mine, ConfigReader.read(given))) {
      String hint = difference.key().equals("run_cap") ? " (to extend the sweep, pass -n N)" : "";
      problems.add(
          "--config: %s: found %s in %s, given %s in %s%s"
              .formatted(
                  difference.key(),
                  difference.found(),
                  config.get(),
                  difference.given(),
                  given,
                  hint));
    }
  }

  private void pin(String name, String value) {
    boolean same = name.equals(SEED) ? isSeed(value) : isFixed(name, value);
    if (!same) {
      String option = NAMED.contains(name) ? "--" + name : "--set " + name;
      boolean pinned = sweep.pinned().containsKey(name) || config.isEmpty();
      Path place = pinned ? sweepFile() : config.get();
      add(option, name.equals(SEED) ? seeds() : found(name), place, value);
    }
  }

  private boolean isSeed(String value) {
    return value.equals(Long.toString(sweep.seed())) && isFixed(SEED, value);
  }

  private String seeds() {
    String sampling = Long.toString(sweep.seed());
    String training = found(SEED);
    return training.equals(sampling)
        ? sampling
        : "%s for the sampler and %s for the runs".formatted(sampling, training);
  }

  /** Tell whether all runs of the sweep have {@code value}. */
  private boolean isFixed(String name, String value) {
    List<String> values = values(name);
    return values.equals(List.of(value))
        || (values.size() == 1 && DecimalText.isSame(values.get(0), value));
  }

  private List<String> values(String name) {
    if (kept.isPresent()) {
      Optional<Parameter> parameter = kept.get().config().space().find(name);
      return parameter.isPresent()
          ? parameter.map(ResumeCheck::values).get()
          : List.of(HyperparameterRegistry.defaultValue(name));
    }
    return sweep.configurations().stream().flatMap(c -> value(c, name)).distinct().toList();
  }

  private static Stream<String> value(Configuration configuration, String name) {
    return configuration.find(name).stream();
  }

  private static List<String> values(Parameter parameter) {
    return parameter.isFinite() ? parameter.values() : List.of("", "");
  }

  private String found(String name) {
    return kept.flatMap(how -> how.config().space().find(name))
        .map(ConfigDifferences::values)
        .orElseGet(() -> String.join(", ", values(name)));
  }

  private void data(DataOptions data) {
    if (data.folder().isPresent() && !data.folderText().equals(sweep.data())) {
      String found = sweep.data().isEmpty() ? "the cache" : sweep.data();
      add("--data", found, sweepFile(), data.folderText());
    }
    if (data.limit().isPresent() && !data.limit().equals(sweep.limit())) {
      add("--limit", limit(sweep.limit()), sweepFile(), limit(data.limit()));
    }
  }

  private static String limit(OptionalInt limit) {
    return limit.isPresent() ? Integer.toString(limit.getAsInt()) : "all images";
  }

  private void start(WarmStartOptions start) {
    start
        .firstFile()
        .filter(file -> !isFirst(start))
        .ifPresent(file -> add("--try", count(sweep.first(), ""), sweepFile(), "those of " + file));
    List<String> known = sweep.known().stream().filter(run -> Path.of(run).isAbsolute()).toList();
    start
        .olderFolder()
        .filter(older -> !known.equals(start.known()))
        .ifPresent(
            older ->
                add(
                    "--warm-start",
                    count(known, parents(known)),
                    sweepFile(),
                    count(start.known(), " of " + older)));
    String profiled = sweep.settings().getOrDefault("profile-runs", NONE);
    String given = Integer.toString(start.profileRuns());
    boolean over = !sweep.configurations().isEmpty();
    if (start.profileRuns() > 0 && over && !profiled.equals(given)) {
      add("--profile-runs", profiled, sweepFile(), given);
    }
  }

  private boolean isFirst(WarmStartOptions start) {
    return kept.isPresent() && start.first(kept.get().config().space()).equals(sweep.first());
  }

  private static String count(List<?> some, String what) {
    return some.isEmpty() ? NONE : some.size() + what;
  }

  private static String parents(List<String> runs) {
    return runs.stream()
        .map(run -> Path.of(run).getParent().toString())
        .distinct()
        .collect(Collectors.joining(", ", " of ", ""));
  }

  private void count(int count) {
    int given = sweep.configurations().size() / sweep.repeats();
    if (kept.isEmpty() && count != sweep.asked()) {
      throw new UsageException(
          ("-n: %s holds no sweep-config.yaml, without which the sweep cannot choose more than the "
                  + "%s configurations of sweep.yaml; remove -n")
              .formatted(folder, given));
    }
    if (count < given) {
      throw new UsageException(
          "-n: found %s, but the sweep has chosen %s configurations already; expected at least %s"
              .formatted(count, given, given));
    }
  }

  private void add(String option, String found, Path place, String given) {
    problems.add("%s: found %s in %s, given %s".formatted(option, found, place, given));
  }

  private Path sweepFile() {
    return folder.resolve(SweepFile.NAME);
  }
}
