package io.github.greenscreen.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.FakeNvidiaSmi;
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
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
@Timeout(120)
class NvidiaSmiMeterTest {
  private static final long NOW = 1_769_860_807_123L;
  private static final double NONE = Double.NaN;

  @TempDir private Path folder;

  @Test
  void read_ofOneGpu_givesItsFourNumbers() {
    assertThat(read("echo '117.68, 60, 15, 1024'"))
        .containsExactly(new PowerSample(NOW, "GPU 0", 117.68, 60, 15, 1024));
  }

  @Test
  void read_ofSeveralGpus_givesOneSampleEach() {
    assertThat(read("echo '117.68, 60, 15, 1024'; echo '912.00, 81, 100, 143771'"))
        .containsExactly(
            new PowerSample(NOW, "GPU 0", 117.68, 60, 15, 1024),
            new PowerSample(NOW, "GPU 1", 912, 81, 100, 143_771));
  }

  @Test
  void read_asksForExactlyTheFourFields() throws IOException {
    read("echo \"$@\" > " + folder + "/arguments");
    assertThat(folder.resolve("arguments"))
        .hasContent(
            "--query-gpu=power.draw,temperature.gpu,utilization.gpu,memory.used"
                + " --format=csv,noheader,nounits");
  }

  @Test
  void read_withUnitsAndCarriageReturns_understandsThem() {
    assertThat(read("printf '117.68 W, 60, 15 %%, 1024 MiB\\r\\n'"))
        .containsExactly(new PowerSample(NOW, "GPU 0", 117.68, 60, 15, 1024));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[N/A]",
        "N/A",
        "[Not Supported]",
        "[Unknown Error]",
        "[GPU requires reset]",
        "[Insufficient Permissions]",
        "ERR!"
      })
  void read_ofACellThatIsNoNumber_isNotZero(String cell) {
    assertThat(read("echo '" + cell + ", 60, " + cell + ", 1024'"))
        .containsExactly(new PowerSample(NOW, "GPU 0", NONE, 60, NONE, 1024));
  }

  @Test
  void read_withALostGpuAmongGoodOnes_keepsTheOthersApart() {
    String script =
        """
        echo '117.68, 60, 15, 1024'
        echo 'Unable to determine the device handle for GPU0000:02:00.0: Unknown Error' >&2
        echo '90, 61, 16, 2048'
        """;
    assertThat(read(script)).extracting(PowerSample::device).containsExactly("GPU 0", "GPU 2");
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
    assertThat(read(script)).isEmpty();
  }

  @Test
  void read_withoutTheTool_isEmpty() throws IOException {
    assertThat(new NvidiaSmiMeter(Map.of("PATH", folder.toString())).read()).isEmpty();
    assertThat(new NvidiaSmiMeter(Map.of()).read()).isEmpty();
    Files.createDirectory(folder.resolve("nvidia-smi"));
    assertThat(new NvidiaSmiMeter(Map.of("PATH", folder.toString())).read()).isEmpty();
  }

  @Test
  void read_ofAToolThatCannotStart_isEmpty() throws IOException {
    Map<String, String> environment = FakeNvidiaSmi.install(folder, "");
    Files.writeString(folder.resolve("nvidia-smi"), "#!/no/such/interpreter\n");
    assertThat(new NvidiaSmiMeter(environment).read()).isEmpty();
  }

  @Test
  void read_ofAHangingTool_killsItAndItsChildren() throws IOException {
    String script = "sleep 3600 & echo $! $$ > " + folder + "/pids; echo '1, 2, 3, 4'; wait";
    Map<String, String> environment = FakeNvidiaSmi.install(folder, script);
    NvidiaSmiMeter meter = new NvidiaSmiMeter(environment, Duration.ofSeconds(2), () -> NOW);
    assertThat(meter.read()).isEmpty();
    String[] pids = Files.readString(folder.resolve("pids")).strip().split(" ");
    for (String pid : pids) {
      ProcessHandle.of(Long.parseLong(pid)).ifPresent(handle -> handle.onExit().join());
    }
    assertThat(pids).hasSize(2);
  }

  @Test
  void read_ofAnInterruptedThread_isEmptyAndStaysInterrupted() {
    Map<String, String> environment = FakeNvidiaSmi.install(folder, "sleep 3600");
    Thread.currentThread().interrupt();
    assertThat(new NvidiaSmiMeter(environment).read()).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void read_withVisibleDevicesAsNumbers_asksForThoseAndNamesThem() throws IOException {
    String script = "echo \"$@\" > " + folder + "/arguments; echo '1, 2, 3, 4'; echo '5, 6, 7, 8'";
    assertThat(readVisible(script, "3, 1"))
        .extracting(PowerSample::device)
        .containsExactly("GPU 1", "GPU 3");
    assertThat(Files.readString(folder.resolve("arguments")).strip()).endsWith("nounits -i 1,3");
  }

  @Test
  void read_withVisibleDevicesByUuid_asksForAll() throws IOException {
    String script = "echo \"$@\" > " + folder + "/arguments; echo '1, 2, 3, 4'";
    assertThat(readVisible(script, "GPU-8932f937")).hasSize(1);
    assertThat(Files.readString(folder.resolve("arguments")).strip()).endsWith("nounits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-1", "NoDevFiles"})
  void read_withAllDevicesHidden_isEmpty(String variable) {
    assertThat(readVisible("echo '1, 2, 3, 4'", variable)).isEmpty();
  }

  @Test
  void open_ofEachKind_givesItsMeter() {
    Map<String, String> good = FakeNvidiaSmi.install(folder, "echo '1, 2, 3, 4'");
    Map<String, String> nothing = Map.of("PATH", "");
    assertThat(MeterKind.AUTO.open(good).name()).isEqualTo("nvidia-smi");
    assertThat(MeterKind.AUTO.open(nothing).name()).isEqualTo("none");
    assertThat(MeterKind.NVIDIA_SMI.open(nothing).name()).isEqualTo("nvidia-smi");
    assertThat(MeterKind.NONE.open(good).name()).isEqualTo("none");
    assertThat(MeterKind.find("nvidia-smi")).contains(MeterKind.NVIDIA_SMI);
    assertThat(MeterKind.find("nvidia")).isEmpty();
    for (MeterKind kind : MeterKind.values()) {
      assertThat(MeterKind.find(kind.spelling())).contains(kind);
    }
  }

  private List<PowerSample> read(String script) {
    return read(FakeNvidiaSmi.install(folder, script));
  }

  private List<PowerSample> readVisible(String script, String variable) {
    Map<String, String> environment = new HashMap<>(FakeNvidiaSmi.install(folder, script));
    environment.put("CUDA_VISIBLE_DEVICES", variable);
    return read(environment);
  }

  private static List<PowerSample> read(Map<String, String> environment) {
    return new NvidiaSmiMeter(environment, Duration.ofMinutes(1), () -> NOW).read();
  }
}
