package io.github.greenscreen.power.nvidia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.greenscreen.FakeNvidiaSmi;
import io.github.greenscreen.SmiScenario;
import io.github.greenscreen.SmiScenario.Row;
import io.github.greenscreen.SmiScenario.Tick;
import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single calls: those of a tool without help, and what their rows mean. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
@Timeout(120)
class NvidiaSmiMeterTest {
  private static final long NOW = 1_769_860_807_123L;
  private static final double NONE = Double.NaN;
  private static final Duration PERIOD = Duration.ofSeconds(1);

  @TempDir private Path folder;

  @Test
  void read_ofSeveralGpus_givesOneSampleEach() {
    assertThat(read("117.68, 60, 15, 1024", "912.00, 81, 100, 143771"))
        .containsExactly(
            new PowerSample(NOW, "GPU 0", 117.68, 60, 15, 1024),
            new PowerSample(NOW, "GPU 1", 912, 81, 100, 143_771));
  }

  @Test
  void read_withoutHelp_asksForWhatEveryVersionKnows() throws IOException {
    assertThat(read("117.68, 60, 15, 1024")).hasSize(1);
    assertThat(SmiScenario.calls(folder))
        .containsExactly(
            "--query-gpu=index,name,uuid,driver_version --format=csv,noheader,nounits",
            "--help-query-gpu",
            "--query-gpu=power.draw,temperature.gpu,utilization.gpu,memory.used"
                + " --format=csv,noheader,nounits");
  }

  @Test
  void read_withUnitsAndCarriageReturns_understandsThem() {
    SmiScenario scenario = new SmiScenario().carriageReturns().withoutHelp();
    scenario.tick(new Tick().line("117.68 W, 60, 15 %, 1024 MiB"));
    assertThat(read(scenario.install(folder)))
        .containsExactly(new PowerSample(NOW, "GPU 0", 117.68, 60, 15, 1024));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[N/A]|power.draw of GPU 0 is \"[N/A]\": the driver shows no power sensor of this GPU, so"
            + " its energy is N/A; --meter rapl measures the processors",
        "N/A|power.draw of GPU 0 is \"N/A\": the driver shows no power sensor of this GPU, so its "
            + "energy is N/A; --meter rapl measures the processors",
        "[Not Supported]|power.draw of GPU 0 is \"[Not Supported]\": the driver shows no power"
            + " sensor of this GPU, so its energy is N/A; --meter rapl measures the processors",
        "[Unknown Error]|power.draw of GPU 0 is \"[Unknown Error]\"; restart the container if "
            + "there is one, or look for the fault with: sudo dmesg",
        "[GPU requires reset]|power.draw of GPU 0 is \"[GPU requires reset]\"; reset it with: "
            + "sudo nvidia-smi --gpu-reset",
        "[Insufficient Permissions]|power.draw of GPU 0 is \"[Insufficient Permissions]\"; "
            + "permission denied: this user needs access to /dev/nvidia*",
        "[Requested functionality has been deprecated]|power.draw of GPU 0 is "
            + "\"[Requested functionality has been deprecated]\"",
        "ERR!|power.draw of GPU 0 is \"ERR!\"",
      })
  void read_ofACellThatIsNoNumber_isNotZeroAndSaysWhy(String cell, String reason) {
    SmiScenario scenario = new SmiScenario().withoutHelp();
    scenario.tick(new Tick().line(cell + ", 60, " + cell + ", 1024"));
    try (NvidiaSmiMeter meter = meter(scenario.install(folder))) {
      assertThat(meter.read()).containsExactly(new PowerSample(NOW, "GPU 0", NONE, 60, NONE, 1024));
      assertThat(meter.errorLog()).containsExactly(reason);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00", "0", "4294967.29", "10000.01", "999999999"})
  void read_ofAnImplausiblePower_isMissing(String cell) {
    SmiScenario scenario = new SmiScenario().withoutHelp();
    scenario.tick(new Tick().line(cell + ", 60, 98, 1024"));
    try (NvidiaSmiMeter meter = meter(scenario.install(folder))) {
      assertThat(meter.read()).containsExactly(new PowerSample(NOW, "GPU 0", NONE, 60, 98, 1024));
      assertThat(meter.errorLog())
          .containsExactly(
              "power.draw of GPU 0 is " + cell + ", expected above 0 and at most 10000 W");
    }
  }

  @Test
  void read_ofAFieldThatSaysZero_takesTheNext() {
    Row row = new Row(0, "GPU-11").power("0.00").with("power.draw", "117.68");
    SmiScenario scenario = new SmiScenario().gpu("a", "GPU-11").tick(new Tick().rows(row));
    try (NvidiaSmiMeter meter = meter(scenario.install(folder))) {
      assertThat(meter.read()).extracting(PowerSample::powerW).containsExactly(117.68);
      assertThat(meter.facts()).containsEntry("power_field", "power.draw");
    }
  }

  @Test
  void read_ofAToolThatStartsSlowly_waitsAndAdvisesPersistenceMode() {
    SmiScenario scenario = new SmiScenario().gpu("a", "GPU-11").withoutHelp();
    scenario.tick(new Tick().delay(5.2).line("117.68, 60, 15, 1024"));
    try (NvidiaSmiMeter meter = new NvidiaSmiMeter(scenario.install(folder), PERIOD)) {
      assertThat(meter.read()).extracting(PowerSample::powerW).containsExactly(117.68);
      assertThat(meter.errorLog())
          .singleElement()
          .asString()
          .matches(
              "the first answer took [567] s; if the GPUs take long to start, keep their driver "
                  + "loaded with: sudo nvidia-smi -pm 1");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18|Failed to initialize NVML: Driver/library version mismatch|the driver was updated "
            + "while it ran: restart the machine, or reload the driver",
        "255|Failed to initialize NVML: Unknown Error|restart the container if there is one, or "
            + "look for the fault with: sudo dmesg",
        "4|Failed to initialize NVML: Insufficient Permissions|permission denied: this user needs "
            + "access to /dev/nvidia*",
        "17|Failed to initialize NVML: GPU access blocked by the operating system|allow this "
            + "process or container to use /dev/nvidia*",
        "18|Failed to initialize NVML: Driver/library version mismatch NVML library version:"
            + " 535.183|the driver was updated while it ran: restart the machine, or reload the"
            + " driver",
        "9|no words for it|if the machine has an NVIDIA GPU, load its driver with: sudo modprobe "
            + "nvidia",
        "12|couldn't find libnvidia-ml.so library in your system|reinstall the NVIDIA driver",
        "6|No devices were found|if the machine has one, start the container with --gpus all, or "
            + "look for its fault with: sudo dmesg",
      })
  void read_ofADriverThatFails_advisesByTheCause(int code, String words, String advice) {
    String lines = words.replace(" NVML library", "\nNVML library");
    String script = "echo \"%s\"; exit %d".formatted(lines, code);
    try (NvidiaSmiMeter meter = meter(FakeNvidiaSmi.install(folder, script))) {
      assertThat(meter.read()).isEmpty();
      assertThat(meter.errorLog())
          .containsExactly("exit code %d: %s; %s".formatted(code, words, advice));
    }
  }

  @Test
  void read_withALostGpuAmongGoodOnes_keepsTheOthersApart() {
    String lost = "Unable to determine the device handle for GPU0000:02:00.0: Unknown Error";
    assertThat(read("117.68, 60, 15, 1024", lost, "90, 61, 16, 2048"))
        .extracting(PowerSample::device)
        .containsExactly("GPU 0", "GPU 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "echo 'No devices were found'",
        "echo 'Failed to initialize NVML: Driver/library version mismatch'",
        "echo '117.68, 60, 15, 1024'; exit 9",
        "echo '117.68, 60, 15'",
        "echo '117.68, 60, 15, 1024, 1'",
        "echo '-5, 60, 15, 1024'",
        "echo 'NaN, 60, 15, 1024'",
        "echo 'a, b, c, d'",
        "yes garbage | head -n 50000",
        "kill -9 $$"
      })
  void read_ofAnythingElse_isEmpty(String script) {
    assertThat(read(FakeNvidiaSmi.install(folder, script))).isEmpty();
  }

  @Test
  void read_ofABrokenDriver_saysWhatTheToolSays() {
    String words = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.";
    try (NvidiaSmiMeter meter =
        meter(FakeNvidiaSmi.install(folder, "echo \"" + words + "\"; exit 9"))) {
      assertThat(meter.read()).isEmpty();
      assertThat(meter.errorLog())
          .containsExactly(
              "exit code 9: NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA "
                  + "driver; if the machine has an NVIDIA GPU, load its driver with: sudo modprobe "
                  + "nvidia");
    }
  }

  @Test
  void read_withoutTheTool_isEmpty() throws IOException {
    assertThat(read(Map.of("PATH", folder.toString()))).isEmpty();
    assertThat(read(Map.of())).isEmpty();
    Files.createDirectory(folder.resolve("nvidia-smi"));
    try (NvidiaSmiMeter meter = meter(Map.of("PATH", folder.toString()))) {
      assertThat(meter.read()).isEmpty();
      assertThat(meter.errorLog())
          .containsExactly(
              "no nvidia-smi on the PATH; if this machine has an NVIDIA GPU, install the NVIDIA "
                  + "driver, which includes it, or add its folder to PATH");
    }
  }

  @Test
  void read_ofAToolThatCannotStart_isEmpty() throws IOException {
    Map<String, String> environment = FakeNvidiaSmi.install(folder, "");
    Files.writeString(folder.resolve("nvidia-smi"), "#!/no/such/interpreter\n");
    assertThat(read(environment)).isEmpty();
  }

  @Test
  void read_ofAHangingTool_killsItAndItsChildren() throws IOException {
    String script = "sleep 3600 & echo $! $$ > " + folder + "/pids; echo '1, 2, 3, 4'; wait";
    Map<String, String> environment = FakeNvidiaSmi.install(folder, script);
    NvidiaSmiMeter meter =
        new NvidiaSmiMeter(environment, PERIOD, Duration.ofSeconds(2), () -> NOW);
    assertThat(meter.read()).isEmpty();
    String[] pids = Files.readString(folder.resolve("pids")).strip().split(" ");
    for (String pid : pids) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(handle -> handle.onExit().join());
    }
    assertThat(pids).hasSize(2);
    assertThat(meter.errorLog())
        .containsExactly(
            folder.resolve("nvidia-smi")
                + " did not end within 2 s; it was killed; if the GPUs take long to start, keep "
                + "their driver loaded with: sudo nvidia-smi -pm 1");
  }

  @Test
  void read_ofAnInterruptedThread_isEmptyAndStaysInterrupted() {
    Map<String, String> environment = FakeNvidiaSmi.install(folder, "sleep 3600");
    Thread.currentThread().interrupt();
    assertThat(read(environment)).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "NoDevFiles", "none", "void"})
  void read_withAllDevicesHidden_isEmpty(String variable) {
    Map<String, String> environment =
        new HashMap<>(FakeNvidiaSmi.install(folder, "echo '1, 2, 3, 4'"));
    environment.put("CUDA_VISIBLE_DEVICES", variable);
    try (NvidiaSmiMeter meter = meter(environment)) {
      assertThat(meter.read()).isEmpty();
      assertThat(meter.errorLog())
          .containsExactly(
              "CUDA_VISIBLE_DEVICES is "
                  + (variable.isBlank() ? "empty" : variable)
                  + ", which hides every GPU; unset it, or set it to the numbers or UUIDs of GPUs");
    }
  }

  @Test
  void read_withVisibleDevices_asksForThoseByUuidAndNamesThem() throws IOException {
    SmiScenario scenario =
        new SmiScenario().gpu("a", "GPU-aa").gpu("b", "GPU-bb").gpu("c", "GPU-cc").withoutHelp();
    Row row = new Row(0, "GPU-aa").power("1");
    scenario.tick(
        new Tick()
            .rows(row, row.with("index", "1").with("uuid", "GPU-bb").power("2"))
            .rows(row.with("index", "2").with("uuid", "GPU-cc").power("3")));
    Map<String, String> environment = new HashMap<>(scenario.install(folder));
    environment.put("CUDA_VISIBLE_DEVICES", "2, GPU-aa");
    assertThat(read(environment))
        .extracting(PowerSample::device, PowerSample::powerW)
        .containsExactly(tuple("GPU 0", 1.0), tuple("GPU 2", 3.0));
    assertThat(SmiScenario.calls(folder).get(2)).endsWith("nounits -i GPU-cc,GPU-aa");
  }

  private List<PowerSample> read(String... lines) {
    SmiScenario scenario = new SmiScenario().withoutHelp();
    Tick tick = new Tick();
    for (String line : lines) {
      tick.line(line);
    }
    return read(scenario.tick(tick).install(folder));
  }

  private static List<PowerSample> read(Map<String, String> environment) {
    try (NvidiaSmiMeter meter = meter(environment)) {
      return meter.read();
    }
  }

  private static NvidiaSmiMeter meter(Map<String, String> environment) {
    return new NvidiaSmiMeter(environment, PERIOD, Duration.ofMinutes(1), () -> NOW);
  }
}
