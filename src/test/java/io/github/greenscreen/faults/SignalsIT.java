package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.faults.FaultScenario.Running;
import io.github.greenscreen.run.model.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** People and other programs interfere: signals, a second sweep, locks that nobody holds. */
@Tag("faults")
@ExtendWith(FaultTable.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are found in /proc")
final class SignalsIT {
  /** More than any process number. */
  private static final String DEAD = "4999999";

  @Test
  void sweep_terminatedOnce_endsItsEpochAndIsResumed(FaultScenario scene) throws Exception {
    scene.breaks("SIGTERM to the sweep, once", 1);
    Running sweep = scene.startSweep(1, "--epochs=20");
    scene.awaitEpochs("001", 1);

    Outcome outcome = sweep.signal("TERM").end();

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(130);
    assertThat(scene.processes()).isEmpty();
    assertThat(scene.run("001").readStatus().state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(scene.run("001").checkpoints().exists()).isTrue();
    assertThat(scene.run("sweep", "--resume").code()).isZero();
  }

  @Test
  void sweep_interruptedTwice_endsAtOnceAndIsResumed(FaultScenario scene) throws Exception {
    scene.breaks("SIGINT to the sweep, twice", 1);
    Running sweep = scene.startSweep(1, "--epochs=20");
    scene.awaitEpochs("001", 1);

    Outcome outcome = sweep.signal("INT").signal("INT").end();

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(130);
    assertThat(scene.run("001").readStatus().state()).isEqualTo(RunState.INTERRUPTED);
    assertThat(scene.run("sweep", "--resume").code()).isZero();
  }

  @Test
  void sweep_second_isRefusedAndTheFirstGoesOn(FaultScenario scene) throws Exception {
    scene.breaks("two sweeps on one runs folder", 1);
    Running first = scene.startSweep(1, "--epochs=100");
    scene.awaitEpochs("001", 1);

    Outcome second = scene.run("sweep", "--resume");
    Outcome train = scene.run("train", "runs/001");

    assertThat(second.code()).isEqualTo(2);
    assertThat(second.err())
        .contains("runs is in use by a sweep, process " + first.process().pid());
    assertThat(train.code()).isEqualTo(2);
    assertThat(train.err()).contains("run 001 (runs/001) is already running as process ");
    assertThat(first.end().code()).isZero();
  }

  @Test
  void sweep_locksOfTheDead_areTakenOver(FaultScenario scene) throws Exception {
    scene.breaks("locks of dead processes, one cut off, and a half-made run folder", 2);
    Running sweep = scene.startSweep(2, "--epochs=20");
    scene.awaitEpochs("001", 1);
    sweep.signal("INT").end();
    Path runs = scene.store().path();
    String host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    String holder = "host: %s\npid: %s\nlife: ''\nsince: 2026-01-31T12:00:00Z\n";
    Files.writeString(runs.resolve("sweep.lock"), holder.formatted(host, DEAD));
    Files.writeString(runs.resolve("001/run.lock"), "host: oa");
    Files.writeString(
        Files.createDirectory(runs.resolve("002")).resolve(".parameters.yaml." + DEAD), "model: r");

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
  }

  @Test
  void sweep_lockOfAnotherMachine_isRefusedUntilItIsDeleted(FaultScenario scene) throws Exception {
    scene.breaks("a lock of another machine", 1);
    Path lock = Files.createDirectories(scene.store().path()).resolve("sweep.lock");
    Files.writeString(lock, "host: oak\npid: 7\nlife: a:1\nsince: 2026-01-31T12:00:00Z\n");

    Outcome refused = scene.sweep(1);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("process 7 on oak").contains("delete runs/sweep.lock");
    Files.delete(lock);
    assertThat(scene.sweep(1).code()).isZero();
  }

  @Test
  void sweep_linkInPlaceOfItsLock_isRefusedAndNothingIsWrittenThere(FaultScenario scene)
      throws Exception {
    scene.breaks("links in place of the locks", 1);
    Path victim = Files.writeString(scene.folder().resolve("victim"), "precious");
    Path lock = Files.createDirectories(scene.store().path()).resolve("sweep.lock");
    Files.createSymbolicLink(lock, victim);

    Outcome refused = scene.sweep(1);

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("runs/sweep.lock is not a regular file");
    Files.delete(lock);
    Running sweep = scene.startSweep(1, "--epochs=20");
    scene.awaitEpochs("001", 1);
    sweep.signal("INT").end();
    Path runLock = scene.store().path().resolve("001/run.lock");
    Files.createSymbolicLink(runLock, victim);
    assertThat(scene.run("train", "--resume", "001").err())
        .contains("run.lock is not a regular file");
    assertThat(victim).hasContent("precious");
    Files.delete(runLock);
    assertThat(scene.run("sweep", "--resume").code()).isZero();
  }
}
