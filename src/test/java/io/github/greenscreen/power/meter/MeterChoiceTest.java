package io.github.greenscreen.power.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.FakeNvidiaSmi;
import io.github.greenscreen.SmiScenario;
import io.github.greenscreen.power.FakeNvml;
import io.github.greenscreen.power.FakePowercap;
import io.github.greenscreen.power.MeterException;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.nvml.Nvml;
import io.github.greenscreen.power.nvml.NvmlCode;
import io.github.greenscreen.power.nvml.NvmlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
class MeterChoiceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private Supplier<Nvml> nvml = FakeNvml.failing(NvmlCode.LIBRARY_NOT_FOUND);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auto|auto",
        "none|none",
        "nvidia-smi + rapl|nvidia-smi+rapl",
        "nvml,rapl|nvml+rapl",
        "nvidia-smi,estimate:65W|nvidia-smi+estimate:65W",
        "estimate: 7.5|estimate:7.5",
      })
  void of_goodText_isSpelledAgain(String text, String spelled) {
    MeterChoice choice = MeterChoice.of(text, SECOND);
    assertThat(choice.spelled()).isEqualTo(spelled);
    assertThat(MeterChoice.of(spelled, SECOND)).isEqualTo(choice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gpu|unknown meter \"gpu\"; expected auto, nvml, nvidia-smi, rapl, replay:FILE, "
            + "estimate:65W or none, or several joined with +",
        "nvidia-sim+estimate:5W|unknown meter \"nvidia-sim\"; expected auto, nvml, "
            + "nvidia-smi, rapl, replay:FILE, estimate:65W or none, or several joined with + "
            + "(did you mean \"nvidia-smi\"?)",
        "nvidia-smi+|unknown meter \"\"; expected auto, nvml, nvidia-smi, rapl, "
            + "replay:FILE, estimate:65W or none, or several joined with +",
        "rapl:x|meter rapl takes no argument, but found \"x\"",
        "estimate|meter estimate needs the power of the processors at full load, such as "
            + "estimate:65W",
        "estimate:0W|meter estimate: found \"0W\", expected watts above 0 such as estimate:65W",
        "estimate:-5|meter estimate: found \"-5\", expected watts above 0 such as estimate:65W",
        "replay|meter replay needs a file, such as replay:runs/001/power.csv",
        "replay:/no/power.csv|/no/power.csv: cannot be read; expected the power.csv of an "
            + "earlier run",
        "auto+rapl|\"auto+rapl\": auto and none cannot be combined; list the meters to add up",
        "rapl,none|\"rapl,none\": auto and none cannot be combined; list the meters to add up",
        "rapl+estimate:5|\"rapl+estimate:5\" would count the same device twice; remove one meter",
        "nvml+nvidia-smi|\"nvml+nvidia-smi\" would count the same device twice; remove one meter",
        "nvidia-smi+nvidia-smi|\"nvidia-smi+nvidia-smi\" would count the same device "
            + "twice; remove one meter",
      })
  void of_badText_isOneSentence(String text, String sentence) {
    assertThatThrownBy(() -> MeterChoice.of(text, SECOND))
        .isInstanceOf(MeterException.class)
        .hasMessage(sentence);
  }

  @Test
  void open_ofSeveral_addsTheirDevicesAndFacts() throws IOException {
    Path file = folder.resolve("power.csv");
    Files.writeString(
        file, "time_ms,device,power_W,temperature_C,utilization_%,memory_MiB\n1,GPU 0,1,1,1,1\n");
    try (PowerMeter meter =
        MeterChoice.of("replay:" + file + "+estimate:65W", SECOND).open(Map.of())) {
      assertThat(meter.name()).isEqualTo("replay+estimate");
      assertThat(meter.read()).extracting(PowerSample::device).contains("GPU 0");
      assertThat(meter.facts()).containsKeys("power_estimated", "power_replayed");
    }
  }

  @Test
  void auto_withAGpu_isNvidiaSmi() {
    assertThat(auto(new SmiScenario().gpu("Tesla T4", "GPU-1").install(folder)))
        .isEqualTo("nvidia-smi");
  }

  @Test
  void auto_withALibraryThatAnswers_isNvml() {
    nvml = new FakeNvml().gpu("GPU-1")::open;
    assertThat(auto(new SmiScenario().gpu("Tesla T4", "GPU-1").install(folder))).isEqualTo("nvml");
  }

  @Test
  void auto_withALibraryThatGivesNoPower_isNvidiaSmi() {
    FakeNvml fake = new FakeNvml().gpu("GPU-1");
    fake.gpu(0).fail(NvmlCode.NOT_SUPPORTED);
    nvml = fake::open;
    assertThat(auto(new SmiScenario().gpu("Tesla T4", "GPU-1").install(folder)))
        .isEqualTo("nvidia-smi");
    assertThat(fake.sessions()).isZero();
  }

  @Test
  void auto_withHiddenGpus_leavesNvmlAlone() {
    FakeNvml fake = new FakeNvml().gpu("GPU-1");
    nvml = fake::open;
    assertThat(auto(Map.of("PATH", "", "CUDA_VISIBLE_DEVICES", ""))).isEqualTo("none");
  }

  @Test
  void auto_withALibraryThatHangs_doesNotWaitForIt() {
    nvml =
        () -> {
          LockSupport.park();
          throw new NvmlException("nvmlInit_v2", 999, "");
        };
    assertThat(auto(Map.of("PATH", ""))).isEqualTo("none");
  }

  @Test
  void auto_withADriverThatMayRecover_isNvidiaSmi() {
    assertThat(auto(FakeNvidiaSmi.install(folder, "exit 9"))).isEqualTo("nvidia-smi");
  }

  @Test
  void auto_withoutAGpu_isTheProcessorWhereItAnswers() throws IOException {
    Map<String, String> noGpu = FakeNvidiaSmi.install(folder, "echo No devices were found");
    assertThat(auto(noGpu)).isEqualTo("none");
    new FakePowercap(folder.resolve("powercap")).zone("intel-rapl:0", "package-0", 1000);
    assertThat(auto(noGpu)).isEqualTo("rapl");
    assertThat(auto(Map.of("PATH", ""))).isEqualTo("rapl");
  }

  @Test
  void open_ofEachKind_givesItsMeter() {
    for (MeterType kind : MeterType.values()) {
      assertThat(MeterType.find(kind.configName())).contains(kind);
    }
    for (String name : new String[] {"nvml", "nvidia-smi", "rapl", "none"}) {
      try (PowerMeter meter =
          MeterChoice.of(name, SECOND).open(Map.of("PATH", "", "GREENSCREEN_NVML", ""))) {
        assertThat(meter.name()).isEqualTo(name);
      }
    }
  }

  private String auto(Map<String, String> environment) {
    MeterEnvironment place =
        new MeterEnvironment(
            environment, SECOND, folder.resolve("powercap"), folder.resolve("stat"), nvml);
    try (PowerMeter meter = MeterType.AUTO.open("", place)) {
      return meter.name();
    }
  }
}
