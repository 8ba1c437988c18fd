package io.github.greenscreen.cli.model;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.OptionalInt;

/** Runs with files in place of networks. */
final class RunsWithNetworks {
  private final RunStore store;

  RunsWithNetworks(CliFixture cli) {
    store = new RunStore(cli.path("runs"));
  }

  /** Create a run in {@code state}, without a network. */
  RunFolder create(RunPurpose purpose, RunState state, ModelSaving saving, String internal) {
    RunPlan plan =
        new RunPlan(
            Configuration.of(Map.of("model", "resnet20", "internal", internal)),
            22,
            OptionalInt.of(1),
            "shapes");
    RunFolder run =
        store.create(plan, RunStatus.waiting(purpose, "", OptionalInt.empty()).withSaving(saving));
    run.writeStatus(run.readStatus().with(state, ""));
    return run;
  }

  /** Create a completed run with a network, which is also quantised if {@code internal} says so. */
  RunFolder withNetwork(String internal) throws IOException {
    RunFolder run = create(RunPurpose.SINGLE, RunState.COMPLETED, ModelSaving.BEST, internal);
    Files.createDirectories(run.model().path());
    Files.writeString(run.model().network(), "network");
    if (internal.endsWith("quantization")) {
      Files.writeString(run.model().quantized(), "int8");
    }
    return run;
  }

  /** Write the epoch that a completed run has logged. */
  static void log(RunFolder run) {
    run.appendEpoch(
        new EpochRow(
            "0",
            LocalDateTime.of(2026, 11, 22, 10, 0),
            1,
            0.5,
            1,
            0.5,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            0.01,
            64,
            PowerSource.NONE));
  }
}
