package io.github.greenscreen.power.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.SmiScenario;
import io.github.greenscreen.SmiScenario.Row;
import io.github.greenscreen.SmiScenario.Tick;
import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The long-lived child, and everything that happens to it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
@Timeout(120)
class NvidiaSmiStreamTest {
  private static final Row GPU = new Row(0, "GPU-11");
  private static final String LOOP = "--loop-ms=20";

  @TempDir private Path folder;
  private final SmiScenario scenario = new SmiScenario().gpu("NVIDIA H100, 80GB", "GPU-11");
  private final List<PowerSample> samples = new ArrayList<>();
  private NvidiaSmiMeter meter;

  @AfterEach
  void close() {
    meter.close();
  }

  @Test
  void read_again_readsTheSameChild() throws IOException {
    scenario.tick(tick("100")).tick(tick("200")).tick(tick("300"));
    readUntil(300.0);
    assertThat(samples).extracting(PowerSample::powerW).startsWith(100.0, 200.0, 300.0);
    assertThat(SmiScenario.calls(folder)).hasSize(3).last().asString().endsWith(LOOP);
    assertThat(meter.errorLog()).isEmpty();
  }

  @Test
  void read_withOthersOnTheGpu_notesThem() throws IOException {
    scenario
        .tick(tick("100"))
        .computeApp("4194305", "/opt/blender", "GPU-11", "300")
        .computeApp("4194306", "/usr/bin/hidden", "GPU-22", "300")
        .computeApp(Long.toString(ProcessHandle.current().pid()), "java", "GPU-11", "300");
    readUntil(100.0);
    long end = System.nanoTime() + 20_000_000_000L;
    while (!meter.facts().containsKey("gpu_shared_with") && System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
    assertThat(meter.facts()).containsEntry("gpu_shared_with", "GPU 0: blender (pid 4194305)");
    assertThat(Files.readAllLines(folder.resolve("app-calls")))
        .containsExactly(
            "--query-compute-apps=pid,process_name,gpu_uuid,used_memory"
                + " --format=csv,noheader,nounits");
  }

  @Test
  void read_whereProcessesAreNotTold_isNoProblem() throws Exception {
    scenario.tick(tick("100")).computeApps(new Tick().line("Unknown Error").exit(9));
    readUntil(100.0);
    long end = System.nanoTime() + 20_000_000_000L;
    while (!Files.exists(folder.resolve("app-calls")) && System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
    assertThat(meter.facts()).doesNotContainKey("gpu_shared_with");
    assertThat(meter.errorLog()).isEmpty();
  }

  @Test
  void read_whereTheAverageIsKnown_prefersItAndRecordsFieldAndDriver() throws IOException {
    scenario.tick(tick(GPU.power("1").with("power.draw.average", "715.20")));
    readUntil(715.2);
    assertThat(meter.facts())
        .containsExactly(
            Map.entry("power_field", "power.draw.average"),
            Map.entry("power_averaged_s", "1"),
            Map.entry("power_driver", "550.54.15"),
            Map.entry("power_gpus", "GPU 0 GPU-11"));
    assertThat(SmiScenario.calls(folder).get(2))
        .startsWith(
            "--query-gpu=index,uuid,power.draw.average,power.draw.instant,power.draw,"
                + "temperature.gpu,utilization.gpu,memory.used --format=csv,noheader,nounits ");
  }

  @Test
  void read_whereTheAverageIsNotSupported_staysWithAnotherField() {
    scenario
        .tick(tick(GPU.power("50").with("power.draw.average", "[N/A]")))
        .tick(tick(GPU.power("999").with("power.draw.instant", "60")));
    readUntil(60.0);
    assertThat(samples).extracting(PowerSample::powerW).doesNotContain(999.0);
    assertThat(meter.facts()).containsEntry("power_field", "power.draw.instant");
  }

  @Test
  void read_ofAnAverage_isStampedInTheMiddleOfItsSecond() {
    scenario.tick(tick(GPU.power("100"))).tick(tick(GPU.power("1").with("power.draw", "2")));
    scenario.tick(tick(GPU.power("9").with("power.draw.average", "200")));
    readUntil(200.0, () -> 1_000_000);
    assertThat(samples).allMatch(s -> s.timeMillis() == (s.powerW() == 200 ? 999_500 : 1_000_000));
  }

  @Test
  void read_ofAFieldThatTheQueryRefuses_doesWithoutIt() throws IOException {
    Tick refusal =
        new Tick().line("Field \"power.draw.average\" is not a valid field to query.").exit(2);
    scenario.tick(refusal).tick(tick(GPU.power("3"))).loopTick(refusal).loopTick(tick("3"));
    readUntil(3.0);
    assertThat(SmiScenario.calls(folder))
        .last()
        .asString()
        .startsWith("--query-gpu=index,uuid,power.draw.instant,");
  }

  @Test
  void read_ofAnOldTool_asksForWhatItKnows() throws IOException {
    scenario.liveFields("power.draw temperature.gpu utilization.gpu memory.used");
    scenario.tick(tick("75"));
    readUntil(75.0);
    assertThat(SmiScenario.calls(folder).get(2)).startsWith("--query-gpu=index,uuid,power.draw,te");
    assertThat(meter.facts()).containsEntry("power_field", "power.draw");
  }

  @Test
  void read_ofAMigBoard_hasPowerAndNoUtilization() {
    scenario.tick(tick(GPU.power("75").with("utilization.gpu", "[N/A]")));
    readUntil(75.0);
    assertThat(samples.get(0).utilizationPercent()).isNaN();
  }

  @Test
  void loop_thatEnds_isReplacedByACallAndStartedAgain() throws IOException {
    scenario.tick(tick("7"));
    for (int i = 0; i < 12; i++) {
      scenario.loopTick(tick("100"));
    }
    String lost = "GPU is lost. Reboot the system to recover this GPU";
    scenario.loopTick(new Tick().stderr(lost).exit(15)).loopTick(tick("200"));
    readUntil(200.0);
    assertThat(samples).extracting(PowerSample::powerW).contains(7.0).doesNotContain(0.0);
    assertThat(meter.errorLog())
        .containsExactly(lost, "the loop ended, exit code 15; restarting it");
    assertThat(SmiScenario.calls(folder)).filteredOn(call -> call.endsWith(LOOP)).hasSize(2);
  }

  @Test
  void loop_thatHardlyLives_isNotTrustedAgain() throws IOException {
    scenario.tick(tick("7")).tick(tick("8")).loopTick(tick("100").exit(0));
    readUntil(8.0);
    assertThat(samples).extracting(PowerSample::powerW).startsWith(100.0, 7.0, 8.0);
    assertThat(meter.errorLog())
        .containsExactly("the loop ended, exit code 0; using single calls instead");
    assertThat(SmiScenario.calls(folder)).filteredOn(call -> call.endsWith(LOOP)).hasSize(1);
  }

  @Test
  void loop_thatRots_isReplaced() {
    scenario.tick(tick("7")).loopTick(tick("100")).loopTick(tick("[Unknown Error]"));
    readUntil(7.0);
    assertThat(samples).extracting(PowerSample::powerW).contains(100.0).doesNotContain(0.0);
    assertThat(samples).filteredOn(sample -> Double.isNaN(sample.powerW())).isNotEmpty();
    assertThat(meter.errorLog())
        .containsExactly(
            "power.draw.average of GPU 0 is \"[Unknown Error]\"; restart the container if there is "
                + "one, or look for the fault with: sudo dmesg",
            "the loop no longer reports power of GPU 0; using single calls instead");
  }

  @Test
  void loop_whoseGpuNeverTells_goesOn() throws IOException {
    scenario.tick(tick("[N/A]"));
    readUntil(list -> list.size() >= 8);
    assertThat(samples).allMatch(sample -> Double.isNaN(sample.powerW()));
    assertThat(SmiScenario.calls(folder)).hasSize(3);
  }

  @Test
  void loop_thatFallsSilent_isReplaced() {
    scenario.tick(tick("7")).loopTick(tick("100")).loopTick(new Tick().hang());
    readUntil(7.0);
    assertThat(meter.errorLog())
        .containsExactly("the loop has printed no row for 1.0 s; using single calls instead");
  }

  @Test
  void loop_withRubbishBetweenRows_saysSoAndGoesOn() {
    String line = "Unable to determine the device handle for GPU0000:02:00.0: Unknown Error";
    scenario.tick(tick("100")).tick(new Tick().line(line).rows(GPU.power("200"))).tick(tick("300"));
    readUntil(300.0);
    assertThat(samples).extracting(PowerSample::powerW).startsWith(100.0, 200.0, 300.0);
    assertThat(meter.errorLog()).containsExactly(line + "; restart the machine to recover it");
  }

  @Test
  void loop_thatEndsInHalfARow_dropsIt() {
    scenario.tick(tick("7"));
    scenario.loopTick(tick("100").half("0, GPU-11, 5, 5, 5, 60, 15, 1").exit(1));
    readUntil(7.0);
    assertThat(samples).extracting(PowerSample::powerW).startsWith(100.0, 7.0);
  }

  @Test
  void loop_withASecondGpuThatAppears_countsIt() {
    Row second = new Row(1, "GPU-22").power("50");
    scenario.tick(tick("100")).tick(new Tick().rows(GPU.power("100"), second));
    readUntil(50.0);
    assertThat(samples).extracting(PowerSample::device).contains("GPU 0", "GPU 1");
  }

  @Test
  void loop_thatFailsLikeSingleCalls_comesBackWithThem() throws IOException {
    Tick broken = new Tick().line("Failed to initialize NVML: Driver/library version mismatch");
    scenario.tick(broken.exit(18)).loopTick(broken).loopTick(tick("100"));
    readUntil(100.0);
    assertThat(meter.errorLog()).contains("the loop ended, exit code 18; restarting it");
    assertThat(SmiScenario.calls(folder)).last().asString().endsWith(LOOP);
  }

  private static Tick tick(String watts) {
    return tick(GPU.power(watts));
  }

  private static Tick tick(Row row) {
    return new Tick().rows(row);
  }

  private void readUntil(double watts) {
    readUntil(list -> list.stream().anyMatch(sample -> sample.powerW() == watts));
  }

  private void readUntil(Predicate<List<PowerSample>> enough) {
    readUntil(enough, System::currentTimeMillis);
  }

  private void readUntil(double watts, LongSupplier clock) {
    readUntil(list -> list.stream().anyMatch(sample -> sample.powerW() == watts), clock);
  }

  private void readUntil(Predicate<List<PowerSample>> enough, LongSupplier clock) {
    Map<String, String> environment = scenario.install(folder);
    meter = new NvidiaSmiMeter(environment, Duration.ofMillis(20), Duration.ofSeconds(1), clock);
    while (!enough.test(samples)) {
      samples.addAll(meter.read());
      Thread.onSpinWait();
    }
  }
}
