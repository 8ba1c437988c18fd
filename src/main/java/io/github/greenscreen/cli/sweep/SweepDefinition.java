package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.config.Config;
import io.github.greenscreen.config.ConfigReader;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.sweep.SweepPlan;
import io.github.greenscreen.training.hyperparameter.DataPlacement;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The definition of a sweep, from {@code config.yaml}. A copy of the file is kept in the runs
 * folder, so that a resumed sweep continues to sample in the same way.
 *
 * @param config contents of the file, with changes from the command line
 * @param origin text of the file
 * @param pinned values fixed on the command line
 */
public record SweepDefinition(Config config, String origin, Map<String, String> pinned) {
  private static final String DATA_LOCATION = "data_location";

  /** Read the file selected by {@code options}, and print its warnings. */
  public static SweepDefinition of(SpaceOptions options) {
    Config config = options.readAndWarn();
    refuseSeeds(config);
    return new SweepDefinition(config, options.text(), pinned(options, config));
  }

  /** A path in the file may be relative, and the sweep may be resumed from another folder. */
  private static Map<String, String> pinned(SpaceOptions options, Config config) {
    Map<String, String> pinned = options.pinned();
    config
        .space()
        .find(HyperparameterRegistry.WEIGHTS)
        .filter(FixedParameter.class::isInstance)
        .map(Parameter::baseline)
        .filter(file -> !file.equalsIgnoreCase(HyperparameterRegistry.NONE))
        .ifPresent(file -> pinned.put(HyperparameterRegistry.WEIGHTS, file));
    return pinned;
  }

  /** Return whether a configuration keeps its images on the host. */
  boolean usesHost() {
    return locations().contains(DataPlacement.Location.HOST.configName());
  }

  /**
   * Return the definition without images on the host, for runs on a CPU.
   *
   * @throws UsageException if it has no others
   */
  SweepDefinition onProcessor() {
    String device = DataPlacement.Location.DEVICE.configName();
    if (!locations().contains(device)) {
      throw new UsageException(
          "data_location host copies images to a GPU, but the runs train on the CPU; set"
              + " data_location to device");
    }
    Map<String, String> more = new LinkedHashMap<>(pinned);
    more.put(DATA_LOCATION, device);
    return new SweepDefinition(config.with(Map.of(DATA_LOCATION, device)), origin, more);
  }

  private List<String> locations() {
    return config.space().find(DATA_LOCATION).map(Parameter::values).orElse(List.of());
  }

  /**
   * Read the definition kept in {@code store}, with the values of {@code pinned}; empty if none was
   * kept.
   */
  public static Optional<SweepDefinition> kept(RunStore store, Map<String, String> pinned) {
    return store
        .study()
        .sweepConfig()
        .map(file -> new SweepDefinition(ConfigReader.read(file).with(pinned), "", pinned));
  }

  /** Plan a new sweep of {@code count} configurations; null for the number in the file. */
  public SweepPlan plan(
      Integer count, WarmStartOptions warmStart, DataOptions data, Map<String, String> settings) {
    return new SweepPlan(
        study(config.seed()),
        config.method(),
        count == null ? config.runs() : count,
        config.repeats(),
        data.folderText(),
        data.limit(),
        settings,
        origin,
        pinned,
        warmStart.first(config.space()),
        warmStart.known());
  }

  /** Return the plan of the resumed sweep {@code record}. */
  public SweepPlan plan(SweepRecord record) {
    return new SweepPlan(
        study(record.seed()),
        config.method(),
        record.asked(),
        record.repeats(),
        record.data(),
        record.limit(),
        record.settings(),
        origin,
        pinned,
        record.first(),
        record.known());
  }

  /** Return the upper bound of each constrained metric, by name. */
  Map<String, Double> constraints() {
    Map<String, Double> most = new LinkedHashMap<>();
    config.constraints().forEach(limit -> most.put(limit.metric(), limit.most()));
    return most;
  }

  private StudySnapshot study(long seed) {
    return new StudySnapshot(
        config.space(), config.objectivesOrDefault(), config.constraints(), List.of(), seed);
  }

  private static void refuseSeeds(Config config) {
    boolean fixed =
        config.space().find("seed").filter(FixedParameter.class::isInstance).isPresent();
    if (config.repeats() > 1 && !fixed) {
      throw new UsageException(
          ("repeats trains every configuration with %s seeds, but parameter seed also has "
                  + "several values; keep one of the two")
              .formatted(config.repeats()));
    }
  }
}
