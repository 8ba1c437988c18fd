package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.SmiScenario.Row;
import io.github.greenscreen.SmiScenario.Tick;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunEnergy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real training in a process of its own, with the fake tool first on its PATH. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
@Timeout(300)
final class MeteredRunTest {
  private static final String LINE =
      "Unable to determine the device handle for GPU0000:02:00.0: Unknown Error";

  /** A loop that numbers its rows, and notes each of them that somebody can have read. */
  private static final String COUNTING =
      """
      PATH=/usr/bin:/bin
      case "$*" in
        *--help*) printf '"%s"\\n' index uuid power.draw temperature.gpu utilization.gpu memory.used ;;
        *compute-apps*) ;;
        *--loop-ms=*) i=0
          while :; do
            i=$((i + 1))
            echo "0, GPU-11, $i, 60, 98, 10240" || exit 1
            echo "$i" >>'@FOLDER@/printed'
            sleep 0.5
          done ;;
        *) echo '0, NVIDIA H100, GPU-11, 550.54.15' ;;
      esac
      """;

  @TempDir private Path folder;

  @Test
  void train_inItsOwnProcess_measuresTheEpochsAndSaysWhatWentWrong() throws Exception {
    Row row = new Row(0, "GPU-11").power("100.00");
    new SmiScenario()
        .gpu("NVIDIA H100, 80GB", "GPU-11")
        .tick(new Tick().rows(row))
        .tick(new Tick().line(LINE).rows(row))
        .tick(new Tick().rows(row))
        .install(folder);

    Outcome outcome = Shell.run(folder, environment(), command(2));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("power meter nvidia-smi: " + LINE);
    RunFolder run = new RunFolder(folder.resolve("runs/001"));
    RunEnergy energy = run.readStatus().measurements().energy();
    double seconds =
        run.readEpochs().stream()
            .filter(EpochRow::isTraining)
            .mapToDouble(EpochRow::epochSeconds)
            .sum();
    assertThat(energy.grossWh()).isCloseTo(100 * seconds / 3600, within(0.005 * seconds / 36));
    assertThat(StatusEntries.of(run.readStatus()))
        .containsEntry("power_trouble", LINE + "; restart the machine to recover it")
        .containsEntry("meter", "nvidia-smi");
    assertThat(run.readPower()).allMatch(sample -> sample.powerW() == 100);
  }

  @Test
  void train_killedInTheMiddle_losesAtMostOneSample() throws Exception {
    FakeNvidiaSmi.install(folder, COUNTING.replace("@FOLDER@", folder.toString()));
    ProcessBuilder builder = new ProcessBuilder(command(50)).directory(folder.toFile());
    builder.environment().putAll(environment());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("out.txt").toFile());
    Process training = builder.start();
    Path printed = folder.resolve("printed");
    while (training.isAlive() && rows(printed) < 6) {
      Thread.sleep(50);
    }

    training.destroyForcibly().waitFor();

    List<PowerSample> kept = new RunFolder(folder.resolve("runs/001")).readPower();
    assertThat(kept).hasSizeGreaterThanOrEqualTo(rows(printed) - 1);
    assertThat(kept).extracting(PowerSample::powerW).startsWith(1.0, 2.0, 3.0, 4.0);
  }

  /** Train on one thread, since another test runs beside this one. */
  private Map<String, String> environment() {
    return Map.of("PATH", folder + ":/usr/bin:/bin", "OMP_NUM_THREADS", "1");
  }

  private static int rows(Path printed) throws IOException {
    return Files.exists(printed) ? Files.readAllLines(printed).size() : 0;
  }

  private static List<String> command(int epochs) {
    String words =
        " train --baseline --dataset shapes --limit 256 --epochs @EPOCHS@ --idle 0 --meter-period"
            + " 500ms --meter nvidia-smi --set model=resnet20 --set precision=float32 --set"
            + " batch_size=32 --config "
            + Path.of("config.yaml").toAbsolutePath();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String start =
        java
            + " -XX:TieredStopAtLevel=1 -cp "
            + System.getProperty("java.class.path")
            + " "
            + Greenscreen.class.getName();
    return List.of((start + words.replace("@EPOCHS@", Integer.toString(epochs))).split(" "));
  }
}
