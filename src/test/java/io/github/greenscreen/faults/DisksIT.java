package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.faults.FaultScenario.Running;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunState;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks are full or cannot be written, in a mount namespace of their own. */
@Tag("faults")
@ExtendWith(FaultTable.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "file systems are mounted with unshare")
final class DisksIT {
  private static final int NO_MOUNT = 77;
  private static final String SWEEP =
      "\"$greenscreen\" sweep -n 2 --limit 64 --idle 0 --epochs 4 --meter estimate:20W";
  private static final String RESUME = "\"$greenscreen\" sweep --resume";

  /** The smallest disks do not even hold the plan, larger ones that and a part of a run. */
  @ParameterizedTest
  @ValueSource(ints = {0, 12, 32})
  void sweep_diskIsFullFromTheStart_endsInOrderAndGoesOnWithRoom(int kibibytes, FaultScenario scene)
      throws Exception {
    scene.breaks("full disk (tmpfs with %s KiB left)".formatted(kibibytes), 2);

    Outcome outcome =
        inNamespace(
            scene,
            """
            mkdir runs && mount -t tmpfs -o size=16384k none runs || exit 77
            head -c %sk /dev/zero >runs/ballast
            %s; echo "full: $?"
            rm runs/ballast
            %s || %s; echo "room: $?"
            cp -a runs after
            """
                .formatted(16384 - kibibytes, SWEEP, RESUME, SWEEP));

    assertThat(outcome.out())
        .as(outcome.err())
        .containsPattern("full: [12]\n")
        .contains("room: 0\n");
    assertThat(outcome.err()).contains("No space left on device");
  }

  @Test
  void sweep_diskFillsWhileARunTrains_endsInOrderAndGoesOnWithRoom(FaultScenario scene)
      throws Exception {
    scene.breaks("disk fills up while a run trains (tmpfs)", 2);

    Outcome outcome =
        inNamespace(
            scene,
            """
            mkdir runs && mount -t tmpfs -o size=24m none runs || exit 77
            (until grep -qs '^2,' runs/001/logs.csv; do sleep 0.05; done
             while :; do cat /dev/zero >>runs/ballast 2>/dev/null; sleep 0.05; done) &
            filler=$!
            %s --epochs 200; echo "full: $?"
            kill $filler; wait $filler 2>/dev/null; sleep 0.5
            rm runs/ballast
            %s --max-run-time 1s; echo "room: $?"
            cp -a runs after
            """
                .formatted(SWEEP.replace("--epochs 4", ""), RESUME));

    assertThat(outcome.out()).as(outcome.err()).contains("full: 1\n").contains("room: 0\n");
    assertThat(outcome.err()).contains("the disk is full");
  }

  @Test
  void sweep_filesMayNotGrow_trainsWithoutCheckpoints(FaultScenario scene) throws Exception {
    scene.breaks("files may not grow beyond 256 KiB (ulimit -f)", 1);

    Outcome outcome = scene.script("ulimit -f 512\n" + SWEEP.replace("-n 2", "-n 1"));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    Map<String, String> status = StatusEntries.of(scene.run("001").readStatus());
    assertThat(status.get("checkpoint_problem")).contains("File too large");
    assertThat(status.get("model_problem"))
        .startsWith("cannot write the trained network to ")
        .endsWith("model: File too large");
  }

  @Test
  void resume_runsFolderIsReadOnly_saysSoAndGoesOnLater(FaultScenario scene) throws Exception {
    scene.breaks("read-only runs folder (bind mount)", 2);

    Outcome outcome =
        inNamespace(
            scene,
            """
            %s; echo "first: $?"
            rm -r runs/002
            mount --bind runs runs && mount -o remount,ro,bind runs || exit 77
            %s; echo "closed: $?"
            umount runs
            %s; echo "open: $?"
            cp -a runs after
            """
                .formatted(SWEEP, RESUME, RESUME));

    assertThat(outcome.out())
        .as(outcome.err())
        .contains("first: 0\n")
        .contains("closed: 2\n")
        .contains("open: 0\n");
    assertThat(outcome.err()).contains("Read-only file system").doesNotContain("Exception");
  }

  @Test
  void sweep_runFolderReplacedByAFile_failsThatRunAlone(FaultScenario scene) throws Exception {
    scene.breaks("run folder replaced by a file while the run trains", 1);
    Running sweep = scene.startSweep(2, "--epochs=20");
    scene.awaitEpochs("001", 1);
    Path run = scene.run("001").path();
    Processes.run("mv \"$0\" \"$0.gone\" && touch \"$0\"", run);

    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
    Processes.run("rm -r \"$0\" \"$0.gone\"", run);
    assertThat(scene.store().readAll()).allMatch(r -> r.status().state() == RunState.COMPLETED);
  }

  /** Run a script as root of namespaces of its own; what is mounted there ends with it. */
  private static Outcome inNamespace(FaultScenario scene, String script) throws Exception {
    scene.runsAre(scene.folder().resolve("after"));
    Outcome outcome = scene.script(script, "unshare", "-rm");
    assumeTrue(
        outcome.code() != NO_MOUNT && !outcome.err().contains("unshare:"),
        () -> "nothing may be mounted here: " + outcome.err());
    return outcome;
  }
}
