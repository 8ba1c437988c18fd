package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.sweep.launch.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps of up to six configurations in a folder, by {@link #rules} that a test may change. */
abstract class SixRunsFixture {
  @TempDir Path folder;
  final RecordingListener heard = new RecordingListener();
  final SweepOptionsFixture rules = new SweepOptionsFixture();
  private final SearchSpace space;

  /** Train every run for so many epochs. */
  SixRunsFixture(int epochs) {
    space =
        new SearchSpace(
            List.of(
                new CategoricalParameter("lr", List.of("1", "2", "3", "4", "5", "6")),
                new FixedParameter("batch_size", "64"),
                new FixedParameter("dataset", "shapes"),
                new FixedParameter("epochs", Integer.toString(epochs)),
                new FixedParameter("seed", "22")));
  }

  final SweepPlan plan(int runs) {
    return new SweepPlan(space, SamplerType.GRID, runs, 22, "", OptionalInt.empty());
  }

  final Sweep sweep(Launcher launcher) {
    return sweep(store(), launcher);
  }

  final Sweep sweep(RunStore store, Launcher launcher) {
    return rules.sweep(store, launcher, heard, Clock.systemUTC(), Duration.ofMillis(10));
  }

  final RunStore store() {
    return new RunStore(folder);
  }

  final RunStatus status(String name) {
    return store().find(name).orElseThrow().readStatus();
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
