package io.github.greenscreen.cli;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.config.ConfigReader;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.SweepRecord;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.sweep.SweepPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sweep is to do, from {@code config.yaml}. A copy of the file stays in the runs folder, so
 * that a resumed sweep goes on choosing as it began.
 *
 * @param config what the file says, changed by the command line
 * @param origin the text of the file
 * @param pinned what the command line changed
 */
record SweepDefinition(Config config, String origin, Map<String, String> pinned) {

  /** Read the file that {@code options} name. */
  static SweepDefinition of(SpaceOptions options) {
    Config config = options.read();
    refuseSeeds(config);
    return new SweepDefinition(config, text(options.file()), options.pinned());
  }

  /** Read what was kept in {@code store}, with what was pinned; empty where nothing was kept. */
  static Optional<SweepDefinition> kept(RunStore store, Map<String, String> pinned) {
    return store
        .study()
        .sweepConfig()
        .map(
            file -> {
              Config config = ConfigReader.read(file);
              for (Map.Entry<String, String> pin : pinned.entrySet()) {
                config = config.with(pin.getKey(), pin.getValue());
              }
              return new SweepDefinition(config, "", pinned);
            });
  }

  /** Plan a new sweep of {@code count} configurations, null for what the file says. */
  SweepPlan plan(
      Integer count, WarmStartOptions headStart, DataOptions data, Map<String, String> settings) {
    return new SweepPlan(
        study(config.seed()),
        config.method(),
        count == null ? config.runCap() : count,
        config.repeats(),
        data.folderText(),
        data.limit(),
        settings,
        origin,
        pinned,
        headStart.first(config.space()),
        headStart.known());
  }

  /** Return how the sweep {@code record} goes on. */
  SweepPlan plan(SweepRecord record) {
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

  /** Return the most that a metric of every run may be, by name. */
  Map<String, Double> constraints() {
    Map<String, Double> most = new LinkedHashMap<>();
    config.constraints().forEach(limit -> most.put(limit.metric(), limit.most()));
    return most;
  }

  private StudySnapshot study(long seed) {
    return new StudySnapshot(
        config.space(), config.objectives(), config.constraints(), List.of(), seed);
  }

  private static void refuseSeeds(Config config) {
    boolean fixed =
        config.space().find("seed").filter(FixedParameter.class::isInstance).isPresent();
    if (config.repeats() > 1 && !fixed) {
      throw new UsageException(
          "repeats trains every configuration with %s seeds, but parameter seed also has "
              + "several values; keep one of the two".formatted(config.repeats()));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UsageException(file + " cannot be read: " + e.getMessage());
    }
  }
}
