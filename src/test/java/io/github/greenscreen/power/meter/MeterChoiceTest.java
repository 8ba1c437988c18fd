package io.github.greenscreen.power.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
class MeterChoiceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private FakePowercap.Running counter = () -> {};
  private Supplier<Nvml> nvml = FakeNvml.failing(NvmlCode.LIBRARY_NOT_FOUND);

  @AfterEach
  void stopProcessors() {
    counter.close();
  }

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
    assertThat(auto(Map.of("PATH", ""))).isEqualTo("nvml");
  }

  @Test
  void auto_withADriverThatMayRecover_isNvidiaSmi() {
    assertThat(auto(FakeNvidiaSmi.install(folder, "exit 9"))).isEqualTo("nvidia-smi");
  }

  @Test
  void auto_withoutAGpu_isTheProcessorWhereItAnswers() throws IOException {
    Map<String, String> noGpu = FakeNvidiaSmi.install(folder, "echo No devices were found");
    assertThat(auto(noGpu)).isEqualTo("none");
    FakePowercap standing = powercap();
    assertThat(auto(noGpu)).as("a counter that stands still").isEqualTo("none");
    counter = standing.run("intel-rapl:0", 50);
    assertThat(auto(noGpu)).isEqualTo("rapl");
    assertThat(auto(Map.of("PATH", ""))).isEqualTo("rapl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo could not talk to the driver; exit 9",
        "echo 'Failed to initialize NVML: Driver/library version mismatch'; exit 18",
        "kill -9 $$",
        "echo garbage",
        "sleep 3600"
      })
  void auto_withAToolThatFails_readsTheProcessorsMeanwhile(String script) throws IOException {
    runProcessors();
    try (PowerMeter meter = open(FakeNvidiaSmi.install(folder, script))) {
      assertThat(meter.name()).isEqualTo("rapl");
      assertThat(meter.needsTwoReadings()).isTrue();
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      assertThat(meter.read())
          .extracting(PowerSample::device, sample -> meter.meterOf(sample.device()))
          .containsExactly(tuple("CPU 0", "rapl"));
    }
  }

  @Test
  void auto_withADriverThatIsLoadedLater_upgrades() throws IOException {
    FakeNvml driver = new FakeNvml().gpu("GPU-1");
    driver.failToOpen(NvmlCode.DRIVER_NOT_LOADED);
    nvml = driver::open;
    runProcessors();
    try (PowerMeter meter = open(Map.of("PATH", ""))) {
      assertThat(meter.name()).isEqualTo("rapl");
      assertThat(meter.errorLog())
          .containsExactly(
              "nvmlInit_v2: NVML_ERROR_DRIVER_NOT_LOADED; if the machine has an NVIDIA GPU, load "
                  + "its driver with: sudo modprobe nvidia");
      driver.failToOpen(null);
      List<PowerSample> samples = readUntil(meter, "GPU 0");
      assertThat(meter.name()).isEqualTo("nvml");
      assertThat(meter.facts()).containsEntry("power_gpus", "GPU 0 GPU-1");
      assertThat(samples)
          .extracting(PowerSample::device, sample -> meter.meterOf(sample.device()))
          .containsExactly(tuple("CPU 0", "rapl"), tuple("GPU 0", "nvml"));
    }
    assertThat(driver.sessions()).isZero();
  }

  @Test
  void auto_withAToolThatRecovers_upgrades() {
    Map<String, String> broken = FakeNvidiaSmi.install(folder, "exit 9");
    try (PowerMeter meter = open(broken)) {
      assertThat(meter.read()).isEmpty();
      FakeNvidiaSmi.install(folder, "echo '117.68, 60, 15, 1024'");
      assertThat(readUntil(meter, "GPU 0")).extracting(PowerSample::powerW).contains(117.68);
      assertThat(meter.name()).isEqualTo("nvidia-smi");
    }
  }

  @Test
  void auto_withAGpuWithoutAPowerSensor_readsProcessorsAndGpu() throws IOException {
    Map<String, String> gpu = FakeNvidiaSmi.install(folder, "echo '[N/A], 40, 15, 100'");
    try (PowerMeter meter = open(gpu)) {
      assertThat(meter.name()).isEqualTo("nvidia-smi");
    }
    runProcessors();
    try (PowerMeter meter = open(gpu)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      assertThat(meter.read())
          .extracting(PowerSample::device, PowerSample::memoryMiB)
          .containsExactly(tuple("CPU 0", Double.NaN), tuple("GPU 0", 100.0));
      assertThat(meter.name()).isEqualTo("rapl");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none", "NoDevFiles", "void", "-1", "7"})
  void auto_withHiddenGpus_readsTheProcessors(String variable) throws IOException {
    Map<String, String> environment =
        new HashMap<>(new SmiScenario().gpu("Tesla T4", "GPU-1").install(folder));
    environment.put("CUDA_VISIBLE_DEVICES", variable);
    runProcessors();
    assertThat(auto(environment)).isEqualTo("rapl");
  }

  @Test
  void readSame_ofTwoMetersOfOneDevice_isTrue() {
    assertThat(MeterChoice.readSame("nvml", "nvidia-smi")).isTrue();
    assertThat(MeterChoice.readSame("", "rapl")).isTrue();
    assertThat(MeterChoice.readSame("nvml", "rapl")).isFalse();
    assertThat(MeterChoice.readSame("nvml+rapl", "nvml")).isFalse();
  }

  /** Let the counter of a processor advance until the end of the test. */
  private void runProcessors() throws IOException {
    counter = powercap().run("intel-rapl:0", 50);
  }

  private FakePowercap powercap() throws IOException {
    return new FakePowercap(folder.resolve("powercap"))
        .zone("intel-rapl:0", "package-0", 262_143_328_850L);
  }

  /** Read until a sample of {@code device} has a power, and return that reading. */
  private static List<PowerSample> readUntil(PowerMeter meter, String device) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    List<PowerSample> samples = List.of();
    while (samples.stream().noneMatch(s -> s.device().equals(device) && s.powerW() > 0)
        && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      samples = meter.read();
    }
    return samples;
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
    try (PowerMeter meter = open(environment)) {
      return meter.name();
    }
  }

  private PowerMeter open(Map<String, String> environment) {
    MeterEnvironment place =
        new MeterEnvironment(
            environment,
            SECOND,
            folder.resolve("powercap"),
            folder.resolve("stat"),
            nvml,
            Duration.ofSeconds(2));
    return MeterType.AUTO.open("", place);
  }
}
