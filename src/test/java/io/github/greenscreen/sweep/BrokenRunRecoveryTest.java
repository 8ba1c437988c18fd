package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.checkpoint.Checkpoint;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenRunRecoveryTest {
  private static final Configuration ONE = configuration("0.1");
  private static final Configuration TWO = configuration("0.2");
  private static final SweepRecord SWEEP =
      new SweepRecord(
          "grid",
          1,
          2,
          1,
          "",
          OptionalInt.empty(),
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of(ONE, TWO));

  @TempDir Path folder;
  private final RecordingListener heard = new RecordingListener();
  private RunStore store;

  @BeforeEach
  void prepare() {
    store = new RunStore(folder);
  }

  @Test
  void readAll_nothingBroken_touchesNothing() throws InterruptedException {
    complete(ONE);
    assertThat(readAll()).extracting(RunRecord::name).containsExactly("001");
    assertThat(heard.events).isEmpty();
  }

  @Test
  void readAll_completedRunThatLacksRows_isSetAside() throws Exception {
    RunFolder run = complete(ONE);
    List<String> lines = run.readLogLines();
    run.writeLogLines(lines.subList(0, lines.size() - 2));
    assertThat(readAll()).isEmpty();
    assertThat(heard.events)
        .containsExactly(
            "set aside 001 as 001.broken: logs.csv has 1 of 2 epochs of a completed run");
    assertThat(folder.resolve("001.broken/logs.csv")).exists();
    assertThat(store.folders()).isEmpty();
  }

  @Test
  void readAll_completedRunEndedByItsPatience_touchesNothing() throws InterruptedException {
    RunFolder run = complete(ONE.with("epochs", "3").with("patience", "1"));
    List<String> lines = new ArrayList<>(run.readLogLines());
    lines.remove(lines.size() - 2);
    run.writeLogLines(lines);
    assertThat(readAll())
        .singleElement()
        .satisfies(read -> assertThat(read.status().state()).isEqualTo(RunState.COMPLETED));
    assertThat(heard.events).isEmpty();
  }

  @Test
  void readAll_completedRunWithoutItsResult_isSetAsideBesideAnOlderOne() throws Exception {
    Files.createDirectory(folder.resolve("001.broken"));
    RunFolder run = complete(ONE);
    run.writePlan(RunPlan.of(ONE));
    assertThat(readAll()).isEmpty();
    assertThat(heard.events)
        .containsExactly(
            "set aside 001 as 001.broken-2: parameters.yaml is missing the result of a "
                + "completed run");
  }

  @Test
  void readAll_statusCutOff_isSetAside() throws Exception {
    RunFolder run = complete(ONE);
    Files.writeString(
        run.path().resolve("status.yaml"), "state: completed\npurpose: sweep\nhost: o");
    assertThat(readAll()).isEmpty();
    assertThat(heard.events)
        .containsExactly("set aside 001 as 001.broken: status.yaml is truncated");
  }

  @Test
  void readAll_brokenRunWithACheckpoint_goesOnFromIt() throws Exception {
    RunFolder run = begun(TWO);
    for (String name : List.of("parameters.yaml", "logs.csv")) {
      Files.writeString(run.path().resolve(name), "");
    }
    List<RunRecord> runs = readAll();
    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).plan().whole()).isEqualTo(RunPlan.of(TWO).whole());
    assertThat(runs.get(0).epochs()).hasSize(1);
    assertThat(heard.events).isEmpty();
  }

  @Test
  void readAll_statusOfARunWithACheckpointBroken_isInterrupted() throws Exception {
    RunFolder run = begun(TWO);
    Files.writeString(run.path().resolve("status.yaml"), "state");
    assertThat(readAll()).hasSize(1);
    RunStatus status = run.readStatus();
    assertThat(status.state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(status.reason()).startsWith("its files were damaged: ");
  }

  @Test
  void readAll_brokenBaseline_isRefused() throws Exception {
    RunFolder run =
        store.create(
            RunPlan.of(configuration("9")),
            RunStatus.waiting(RunPurpose.BASELINE, "", OptionalInt.empty()));
    Files.writeString(run.path().resolve("parameters.yaml"), "[");
    assertThatThrownBy(this::readAll)
        .isInstanceOf(RunFolderException.class)
        .hasMessageStartingWith(run.path() + "/parameters.yaml:");
    assertThat(run.path()).exists();
  }

  @Test
  void readAll_folderThatWasNeverFilled_isDeleted() throws Exception {
    Files.createDirectory(folder.resolve("001"));
    Files.writeString(folder.resolve("001/.parameters.yaml.4999999"), "model");
    assertThat(readAll()).isEmpty();
    assertThat(folder.resolve("001")).doesNotExist();
  }

  private List<RunRecord> readAll() {
    new BrokenRunRecovery(store, SWEEP, heard).clear();
    return store.readAll();
  }

  private RunFolder complete(Configuration configuration) throws InterruptedException {
    RunFolder run =
        store.create(
            RunPlan.of(configuration),
            RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty()));
    assertThat(FakeLauncher.complete().run(run)).isZero();
    return run;
  }

  /** Return a run that has trained an epoch and left a checkpoint. */
  private RunFolder begun(Configuration configuration) throws IOException, InterruptedException {
    RunFolder run =
        store.create(
            RunPlan.of(configuration),
            RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty()));
    int unused = FakeLauncher.die(137).run(run);
    Checkpoint checkpoint =
        new Checkpoint(
            1,
            new LinkedHashMap<>(configuration.values()),
            Map.of(),
            Map.of(),
            0,
            OptionalLong.empty(),
            run.readLogLines());
    run.checkpoints().save(checkpoint, out -> out.write(1));
    return run;
  }

  private static Configuration configuration(String lr) {
    return Configuration.of(Map.of())
        .with("lr", lr)
        .with("dataset", "shapes")
        .with("epochs", "2")
        .with("seed", "5");
  }
}
