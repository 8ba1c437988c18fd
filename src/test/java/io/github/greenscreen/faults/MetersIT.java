package io.github.greenscreen.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.SmiScenario;
import io.github.greenscreen.SmiScenario.Row;
import io.github.greenscreen.SmiScenario.Tick;
import io.github.greenscreen.faults.FaultScenario.Running;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunEnergy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tool that reads the power of the GPU does what such tools have been seen to do. */
@Tag("faults")
@ExtendWith(FaultTable.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are found in /proc")
final class MetersIT {
  private static final Row GOOD = new Row(0, "GPU-aaaa").power("100.00");

  /** What the tool does after two good answers, in its loop and when it is called once. */
  private enum Ill {
    HANGS("hangs"),
    EXITS_9("exits 9"),
    NOT_AVAILABLE("prints [N/A]"),
    UNKNOWN_ERROR("prints [Unknown Error]"),
    HALF_A_LINE("prints half a line and ends"),
    LOST("exits 15, GPU is lost"),
    RUBBISH("prints rubbish");

    private final String words;

    Ill(String words) {
      this.words = words;
    }

    Tick tick() {
      return switch (this) {
        case HANGS -> new Tick().hang();
        case EXITS_9 -> new Tick().line("NVIDIA-SMI has failed").exit(9);
        case NOT_AVAILABLE -> new Tick().rows(GOOD.power("[N/A]"));
        case UNKNOWN_ERROR -> new Tick().rows(GOOD.power("[Unknown Error]"));
        case HALF_A_LINE -> new Tick().half("0, GPU-aa").exit(0);
        case LOST ->
            new Tick().line("Unable to determine the device handle: GPU is lost.").exit(15);
        case RUBBISH -> new Tick().line("%s;;\"$(exit 3)\" , , \\377 =1+1");
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void sweep_toolFallsIll_trainsOnAndSaysThatEnergyIsIncomplete(Ill ill, FaultScenario scene)
      throws Exception {
    scene.breaks("nvidia-smi " + ill.words + " after two answers", 1);
    Tick good = new Tick().rows(GOOD);
    play(scene, new SmiScenario().tick(good).tick(good).tick(ill.tick()));

    Outcome outcome = metered(scene, "--epochs=40").end();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunEnergy energy = scene.run("001").readStatus().measurements().energy();
    assertThat(energy.isComplete()).isFalse();
    assertThat(energy.incomplete()).isNotEmpty();
    assertThat(energy.grossWh()).as("missing is never zero").isNotEqualTo(0.0);
  }

  @Test
  void sweep_toolIsMissing_trainsWithoutPower(FaultScenario scene) throws Exception {
    scene.breaks("nvidia-smi is missing", 1);

    Outcome outcome = scene.sweep(1, "--meter=nvidia-smi", "--epochs=2");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(StatusEntries.of(scene.run("001").readStatus())).containsEntry("meter", "none");
    assertThat(scene.run("001").readPower()).isEmpty();
  }

  @Test
  void sweep_toolVanishesWhileARunTrains_trainsOn(FaultScenario scene) throws Exception {
    scene.breaks("nvidia-smi is deleted and killed while a run trains", 1);
    Path tools = play(scene, new SmiScenario().tick(new Tick().rows(GOOD)));
    Running sweep = metered(scene, "--epochs=60");
    scene.awaitEpochs("001", 1);
    Files.delete(tools.resolve("nvidia-smi"));
    for (ProcessHandle process : scene.processes()) {
      if (Processes.command(process).contains("nvidia-smi --query")) {
        Processes.signal("KILL", process.pid());
      }
    }

    Outcome outcome = sweep.end();

    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  @Test
  void sweep_childKilledWhileTheToolHangs_leavesNoToolBehind(FaultScenario scene) throws Exception {
    scene.breaks("kill -9 of the child while nvidia-smi hangs", 1);
    play(scene, new SmiScenario().tick(new Tick().rows(GOOD)).tick(new Tick().hang()));
    Running sweep = metered(scene, "--epochs=100000");
    scene.awaitEpochs("001", 1);

    Processes.signal("KILL", scene.pid("001"));

    assertThat(sweep.end().code()).isEqualTo(3);
  }

  @Test
  void sweep_secondGpuAppears_countsTheOneThatTrains(FaultScenario scene) throws Exception {
    scene.breaks("a second GPU appears while a run trains", 1);
    Row second = new Row(1, "GPU-bbbb").power("900.00");
    Tick both = new Tick().rows(GOOD, second);
    play(scene, new SmiScenario().tick(new Tick().rows(GOOD)).tick(both));

    Outcome outcome = metered(scene, "--epochs=20").end();

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunFolder run = scene.run("001");
    assertThat(run.readPower()).extracting(PowerSample::powerW).containsOnly(100.0);
  }

  private static Running metered(FaultScenario scene, String epochs) throws Exception {
    return scene.startSweep(1, "--meter=nvidia-smi", "--meter-period=0.2", epochs);
  }

  /** Put the fake tool first on the path of the scene. */
  private static Path play(FaultScenario scene, SmiScenario scenario) throws Exception {
    Path tools = Files.createDirectory(scene.folder().resolve("tools"));
    scenario.gpu("Tesla V100", "GPU-aaaa").install(tools);
    scene.withGpu(tools);
    return tools;
  }
}
