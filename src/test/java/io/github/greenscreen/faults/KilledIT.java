package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.faults.FaultScenario.Running;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Processes die, or are told to, whenever it suits nobody. */
@Tag("faults")
@ExtendWith(FaultTable.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are found in /proc")
final class KilledIT {

  @Test
  void sweep_childKilled20Times_completesOrFailsEveryRun(FaultScenario scene) throws Exception {
    scene.breaks("kill -9 of the child at a random moment, 20 times in one sweep", 3);
    Running sweep = scene.startSweep(3, "--epochs=40", "--parallel=2", "--retries=10");

    int kills = killChildren(scene, sweep, 20);
    Outcome outcome = sweep.end();

    assertThat(kills).isEqualTo(20);
    assertThat(outcome.code()).as(outcome.err()).isIn(0, 3);
    assertThat(scene.store().readAll())
        .extracting(run -> run.status().attempts())
        .allMatch(attempts -> attempts <= 11);
  }

  /** Kill a child at a random time after its start, or once it has trained so many epochs. */
  private static int killChildren(FaultScenario scene, Running sweep, int wanted) throws Exception {
    Map<Long, Long> due = new HashMap<>();
    Random random = scene.random();
    int kills = 0;
    while (kills < wanted && sweep.process().isAlive()) {
      for (ProcessHandle child : Processes.runsOf(sweep.process())) {
        long now = System.nanoTime();
        long millis = random.nextBoolean() ? random.nextInt(1000) : 1000 + random.nextInt(3000);
        due.putIfAbsent(child.pid(), now + millis * 1_000_000);
        if (now >= due.get(child.pid()) && kills < wanted) {
          Processes.signal("KILL", child.pid());
          due.put(child.pid(), Long.MAX_VALUE);
          kills++;
        }
      }
      Thread.sleep(10);
    }
    return kills;
  }

  @Test
  void sweep_killed10Times_isResumedToItsEnd(FaultScenario scene) throws Exception {
    scene.breaks("kill -9 of the sweep at a random moment, then --resume, 10 times", 6);
    Running sweep = scene.startSweep(6, "--epochs=10");
    while (scene.store().study().readSweep().isEmpty()) {
      Thread.sleep(10);
    }
    int kills = 0;
    for (int i = 0; i < 10; i++) {
      Thread.sleep(200 + scene.random().nextInt(1800));
      kills += sweep.process().isAlive() ? 1 : 0;
      sweep.signal("KILL").end();
      sweep = scene.start("sweep", "--resume", "--parallel=1");
    }
    Outcome outcome = sweep.end();

    assertThat(kills).isEqualTo(10);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("sweep: 6 of 6 runs completed, 0 stopped, 0 failed\n");
  }

  @Test
  void sweep_childKilledOnce_goesOnFromItsCheckpoint(FaultScenario scene) throws Exception {
    scene.breaks("kill -9 of a child that has a checkpoint, one retry", 1);
    Running sweep = scene.startSweep(1, "--epochs=40", "--retries=1");
    scene.await("001", run -> FaultScenario.epochs(run) >= 2 && run.checkpoints().exists());

    Processes.signal("KILL", scene.pid("001"));
    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("run 001 is retried (1 of 1): the process was killed");
    assertThat(StatusEntries.of(scene.run("001").readStatus())).containsKey("resumed_from_epoch");
  }

  @Test
  void sweep_childKilledForGood_failsAndTheNextRunTrains(FaultScenario scene) throws Exception {
    scene.breaks("kill -9 of a child, no retries", 2);
    Running sweep = scene.startSweep(2, "--epochs=20");
    scene.awaitEpochs("001", 1);

    Processes.signal("KILL", scene.pid("001"));
    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("sweep: 1 of 2 runs completed, 0 stopped, 1 failed\n")
        .contains("  001 failed: the process was killed by signal 9 (SIGKILL)");
  }

  @Test
  void sweep_childToldToStopBySomebodyElse_failsAndTheNextRunTrains(FaultScenario scene)
      throws Exception {
    scene.breaks("SIGTERM to a child, not from the sweep", 2);
    Running sweep = scene.startSweep(2, "--epochs=20");
    scene.awaitEpochs("001", 1);

    Processes.signal("TERM", scene.pid("001"));
    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("sweep: 1 of 2 runs completed, 0 stopped, 1 failed\n")
        .contains(
            "  001 failed: the process was asked to stop, but not by the sweep; resume it with");
  }

  @Test
  void sweep_childToldToStopBySomebodyElse_isTriedAgain(FaultScenario scene) throws Exception {
    scene.breaks("SIGTERM to a child, not from the sweep, one retry", 1);
    Running sweep = scene.startSweep(1, "--epochs=20", "--retries=1");
    scene.awaitEpochs("001", 1);

    Processes.signal("TERM", scene.pid("001"));
    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunStatus status = scene.run("001").readStatus();
    assertThat(status.attempts()).isEqualTo(2);
    assertThat(StatusEntries.of(status)).containsKey("resumed_from_epoch");
  }

  @Test
  void sweep_killedWhileARunTrains_leavesAnOrphanThatIsTakenUp(FaultScenario scene)
      throws Exception {
    scene.breaks("kill -9 of the sweep, --resume while its orphan trains", 2);
    Running sweep = scene.startSweep(2, "--epochs=40");
    scene.awaitEpochs("001", 1);
    sweep.signal("KILL").end();

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("run 001 is still being trained by process");
    assertThat(scene.run("001").readStatus().attempts()).isEqualTo(1);
  }

  @Test
  void sweep_killedWithOrphansThatStop_isResumed(FaultScenario scene) throws Exception {
    scene.breaks("kill -9 of the sweep, its orphan stops (--orphan stop)", 1);
    Running sweep = scene.startSweep(1, "--epochs=100000", "--orphan=stop");
    RunFolder run = scene.awaitEpochs("001", 1);
    sweep.signal("KILL").end();
    scene.await("001", found -> found.readStatus().state() == RunState.INTERRUPTED);

    // The whole training would take days; a limit ends it.
    Outcome resumed = scene.run("sweep", "--resume", "--max-run-time=1s");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(run.readStatus().state()).isEqualTo(RunState.STOPPED);
    assertThat(StatusEntries.of(run.readStatus())).containsKey("resumed_from_epoch");
    assertThat(run.checkpoints().path()).doesNotExist();
  }

  @Test
  void sweep_killedTogetherWithItsRun_isResumedFromTheCheckpoint(FaultScenario scene)
      throws Exception {
    scene.breaks("kill -9 of the sweep and of its child at once", 1);
    Running sweep = scene.startSweep(1, "--epochs=40");
    scene.await("001", run -> run.checkpoints().exists());
    long child = scene.pid("001");
    sweep.signal("KILL");
    Processes.signal("KILL", child);
    sweep.end();

    Outcome resumed = scene.run("sweep", "--resume");

    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(StatusEntries.of(scene.run("001").readStatus())).containsKey("resumed_from_epoch");
  }
}
