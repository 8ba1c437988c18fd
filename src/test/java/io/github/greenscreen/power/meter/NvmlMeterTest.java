package io.github.greenscreen.power.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.FakeNvml;
import io.github.greenscreen.power.FakeProcesses;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.nvml.Nvml;
import io.github.greenscreen.power.nvml.NvmlCode;
import io.github.greenscreen.power.nvml.NvmlDevice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NvmlMeterTest {
  private static final double NAN = Double.NaN;

  private final FakeNvml nvml = new FakeNvml();
  private final FakeProcesses processes = new FakeProcesses().process(7, "python3");
  private final Map<String, String> environment = new HashMap<>();
  private long now = 1000;

  @Test
  void read_ofAGpu_givesEverythingInOurUnits() {
    nvml.gpu("GPU-1").gpu(0).milliwatts(117_680).millijoules(5_000_500);
    try (NvmlMeter meter = meter()) {
      assertThat(meter.read())
          .containsExactly(new PowerSample(1000, "GPU 0", 117.68, 61, 97, 2048, 5000.5));
      assertThat(meter.facts())
          .containsExactly(
              Map.entry("power_field", "nvmlDeviceGetPowerUsage"),
              Map.entry("power_driver", "550.54.15"),
              Map.entry("power_gpus", "GPU 0 GPU-1"),
              Map.entry("power_energy_counter", "true"));
      assertThat(meter.name()).isEqualTo("nvml");
    }
    assertThat(nvml.sessions()).isZero();
  }

  @Test
  void read_ofSeveralGpus_keepsThemApart() {
    nvml.gpu("GPU-1").gpu("GPU-2").gpu(1).milliwatts(50_000).failCounter(NvmlCode.NOT_SUPPORTED);
    NvmlMeter meter = meter();
    assertThat(meter.read())
        .containsExactly(
            new PowerSample(1000, "GPU 0", 100, 61, 97, 2048, 0),
            new PowerSample(1000, "GPU 1", 50, 61, 97, 2048, NAN));
    assertThat(meter.facts())
        .containsEntry("power_gpus", "GPU 0 GPU-1, GPU 1 GPU-2")
        .containsEntry("power_energy_counter", "GPU 0");
  }

  @Test
  void read_withFieldsOfPower_takesTheBestAndKeepsIt() {
    FakeNvml.FakeGpu gpu = nvml.gpu("GPU-1").gpu(0);
    gpu.field(NvmlDevice.POWER_INSTANT, 80_000).field(NvmlDevice.POWER_AVERAGE, 90_000);
    NvmlMeter meter = meter();
    assertThat(powers(meter)).containsExactly(90.0);
    assertThat(meter.facts()).containsEntry("power_field", "NVML_FI_DEV_POWER_AVERAGE");
    gpu.field(NvmlDevice.POWER_AVERAGE, 0);
    assertThat(powers(meter)).containsExactly(NAN);
    assertThat(meter.errorLog())
        .containsExactly(
            "no power of GPU 0: NVML_FI_DEV_POWER_AVERAGE is 0.0 W, expected above 0 and at most "
                + "10000 W");
  }

  @Test
  void read_ofAnAverage_isThatOfHalfASecondAgoButNotItsCounter() {
    FakeNvml.FakeGpu gpu = nvml.gpu("GPU-1").gpu(0).millijoules(5_000_500);
    gpu.field(NvmlDevice.POWER_INSTANT, 80_000).field(NvmlDevice.POWER_AVERAGE, 90_000);
    NvmlMeter meter = meter();
    assertThat(meter.read())
        .containsExactly(new PowerSample(500, "GPU 0", 90, 61, 97, 2048, 5000.5, 1000));
    assertThat(meter.facts()).containsEntry("power_averaged_s", "1");
    gpu.field(NvmlDevice.POWER_INSTANT, 90_000);
    now = 2000;
    assertThat(meter.read()).extracting(PowerSample::timeMillis).containsExactly(1500L);
  }

  @Test
  void read_ofAnAverageThatIsThePowerOfTheMoment_isStampedNow() {
    FakeNvml.FakeGpu gpu = nvml.gpu("GPU-1").gpu(0);
    gpu.field(NvmlDevice.POWER_INSTANT, 90_000).field(NvmlDevice.POWER_AVERAGE, 90_000);
    NvmlMeter meter = meter();
    assertThat(meter.read()).extracting(PowerSample::timeMillis).containsExactly(1000L);
    assertThat(meter.facts()).doesNotContainKey("power_averaged_s");
  }

  @Test
  void read_ofAnAverageThatChangesMeanwhile_isNotTakenForOne() {
    FakeNvml.FakeGpu gpu = nvml.gpu("GPU-1").gpu(0).changing();
    gpu.field(NvmlDevice.POWER_INSTANT, 90_000).field(NvmlDevice.POWER_AVERAGE, 90_000);
    NvmlMeter meter = meter();
    assertThat(meter.read()).extracting(PowerSample::timeMillis).containsExactly(1000L);
    assertThat(meter.facts()).doesNotContainKey("power_averaged_s");
  }

  @Test
  void read_ofPowerThatIsNoAverage_isStampedNow() {
    nvml.gpu("GPU-1").gpu(0).field(NvmlDevice.POWER_INSTANT, 90_000);
    NvmlMeter meter = meter();
    assertThat(meter.read()).extracting(PowerSample::timeMillis).containsExactly(1000L);
    assertThat(meter.facts()).doesNotContainKey("power_averaged_s");
  }

  @Test
  void read_withAFieldThatSaysZero_takesTheNext() {
    nvml.gpu("GPU-1").gpu(0).field(NvmlDevice.POWER_AVERAGE, 0);
    NvmlMeter meter = meter();
    assertThat(powers(meter)).containsExactly(100.0);
    assertThat(meter.facts()).containsEntry("power_field", "nvmlDeviceGetPowerUsage");
  }

  @ParameterizedTest
  @CsvSource({"4294967295,4294967.295", "10000001,10000.001", "0,0.0"})
  void read_ofAnImplausiblePower_isMissing(long milliwatts, String watts) {
    nvml.gpu("GPU-1").gpu(0).milliwatts(milliwatts);
    NvmlMeter meter = meter();
    assertThat(powers(meter)).containsExactly(NAN);
    assertThat(meter.errorLog())
        .containsExactly(
            "no power of GPU 0: nvmlDeviceGetPowerUsage is "
                + watts
                + " W, expected above 0 and at most 10000 W");
  }

  @Test
  void read_ofAGpuWithoutAPowerSensor_saysWhatMeasuresInstead() {
    nvml.gpu("GPU-1").gpu(0).failPower(NvmlCode.NOT_SUPPORTED);
    NvmlMeter meter = meter();
    assertThat(powers(meter)).containsExactly(NAN);
    assertThat(meter.errorLog())
        .containsExactly(
            "no power of GPU 0: nvmlDeviceGetPowerUsage: NVML_ERROR_NOT_SUPPORTED: the driver shows"
                + " no power sensor of this GPU, so its energy is N/A; --meter rapl measures the "
                + "processors");
  }

  @ParameterizedTest
  @CsvSource({"'',empty", "-1,-1", "none,none", "NoDevFiles,NoDevFiles", "void,void"})
  void read_withAllGpusHidden_saysByWhat(String variable, String shown) {
    environment.put("CUDA_VISIBLE_DEVICES", variable);
    nvml.gpu("GPU-1");
    NvmlMeter meter = meter();
    assertThat(meter.read()).isEmpty();
    assertThat(meter.errorLog())
        .containsExactly(
            "CUDA_VISIBLE_DEVICES is "
                + shown
                + ", which hides every GPU; unset it, or set it to the numbers or UUIDs of GPUs");
  }

  @Test
  void read_ofADriverThatStartsSlowly_advisesPersistenceMode() {
    nvml.gpu("GPU-1").slow(Duration.ofMillis(5100));
    NvmlMeter meter = meter();
    assertThat(powers(meter)).containsExactly(100.0);
    assertThat(meter.errorLog())
        .containsExactly(
            "the first answer took 5 s; if the GPUs take long to start, keep their driver loaded "
                + "with: sudo nvidia-smi -pm 1");
  }

  @ParameterizedTest
  @EnumSource(NvmlCode.class)
  void read_withAnyCode_isMissingWithAReasonAndNeverZero(NvmlCode code) {
    nvml.gpu("GPU-1").gpu("GPU-2").gpu(0).fail(code);
    NvmlMeter meter = meter();
    assertThat(meter.read())
        .containsExactly(
            new PowerSample(1000, "GPU 0", NAN, NAN, NAN, NAN, NAN),
            new PowerSample(1000, "GPU 1", 100, 61, 97, 2048, 0));
    assertThat(meter.errorLog())
        .singleElement()
        .asString()
        .startsWith("no power of GPU 0: nvmlDeviceGetPowerUsage: NVML_ERROR_" + code.name());
  }

  @ParameterizedTest
  @EnumSource(NvmlCode.class)
  void read_whereNoSessionBegins_isEmptyWithAReason(NvmlCode code) {
    nvml.gpu("GPU-1").failToOpen(code);
    NvmlMeter meter = meter();
    assertThat(meter.read()).isEmpty();
    assertThat(meter.errorLog())
        .singleElement()
        .asString()
        .startsWith("nvmlInit_v2: NVML_ERROR_" + code.name());
    assertThat(meter.facts()).isEmpty();
  }

  @Test
  void read_withAGpuThatHasNoHandle_readsTheOthers() {
    nvml.gpu("GPU-1").gpu("GPU-2").gpu(0).failHandle(NvmlCode.GPU_IS_LOST);
    NvmlMeter meter = meter();
    assertThat(meter.read()).extracting(PowerSample::device).containsExactly("GPU 1");
    assertThat(meter.errorLog())
        .containsExactly(
            "no response from GPU 0: nvmlDeviceGetHandleByIndex_v2: "
                + "NVML_ERROR_GPU_IS_LOST; restart the machine to recover it");
  }

  @Test
  void read_afterTheDriverWasAway_beginsANewSession() {
    FakeNvml.FakeGpu gpu = nvml.gpu("GPU-1").gpu(0);
    NvmlMeter meter = meter();
    assertThat(powers(meter)).containsExactly(100.0);
    gpu.fail(NvmlCode.UNINITIALIZED);
    assertThat(powers(meter)).containsExactly(NAN);
    assertThat(nvml.sessions()).isZero();
    nvml.failToOpen(NvmlCode.DRIVER_NOT_LOADED);
    assertThat(meter.read()).isEmpty();
    nvml.failToOpen(null);
    gpu.fail(null);
    assertThat(await(meter)).containsExactly(100.0);
    assertThat(nvml.opened()).isEqualTo(2);
    assertThat(meter.errorLog())
        .containsExactly(
            "no power of GPU 0: nvmlDeviceGetPowerUsage: NVML_ERROR_UNINITIALIZED",
            "nvmlInit_v2: NVML_ERROR_DRIVER_NOT_LOADED; if the machine has an NVIDIA GPU, load its "
                + "driver with: sudo modprobe nvidia");
  }

  @Test
  void read_afterTheFirstGpuWasLost_keepsTheNumberOfTheSecond() {
    nvml.gpu("GPU-1").gpu("GPU-2");
    NvmlMeter meter = meter();
    meter.read();
    FakeNvml.FakeGpu second = nvml.gpu(1);
    second.fail(NvmlCode.UNINITIALIZED);
    nvml.gpu(0).fail(NvmlCode.GPU_IS_LOST);
    meter.read();
    nvml.remove(0);
    second.fail(null);
    assertThat(meter.read()).extracting(PowerSample::device).containsExactly("GPU 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "unset",
      value = {
        "unset|GPU 0 GPU 1 GPU 2",
        "''|''",
        "1|GPU 1",
        "2,0|GPU 2 GPU 0",
        "1,1|GPU 1",
        "GPU-bb|GPU 1",
        "GPU-b|GPU 1",
        "gpu-CC,GPU-aa|GPU 2 GPU 0",
        "MIG-77|GPU 2",
        "MIG-GPU-bb/1/0|GPU 1",
        "MIG-77,MIG-78,0|GPU 2 GPU 0",
        "MIG-00|''",
        "0,9,1|GPU 0",
        "-1|''",
        "NoDevFiles|''",
      })
  void read_byCudaVisibleDevices_choosesAsNvidiaSmiDoes(String variable, String devices) {
    nvml.gpu("GPU-aa").gpu("GPU-bb").gpu("GPU-cc", "MIG-77", "MIG-78");
    if (variable != null) {
      environment.put("CUDA_VISIBLE_DEVICES", variable);
    }
    List<String> read = meter().read().stream().map(PowerSample::device).toList();
    assertThat(String.join(" ", read)).isEqualTo(devices);
  }

  @Test
  void read_ofNoGpuThatIsNamed_saysSo() {
    environment.put("CUDA_VISIBLE_DEVICES", "7");
    nvml.gpu("GPU-aa");
    NvmlMeter meter = meter();
    assertThat(meter.read()).isEmpty();
    assertThat(meter.errorLog())
        .containsExactly(
            "CUDA_VISIBLE_DEVICES is 7, which matches none of the GPUs of this machine (GPU 0); "
                + "unset it, or set it to their numbers or UUIDs");
  }

  @Test
  void read_withoutAGpu_saysSo() {
    NvmlMeter meter = meter();
    assertThat(meter.read()).isEmpty();
    assertThat(meter.errorLog()).containsExactly("the driver 550.54.15 reports no GPU");
  }

  @Test
  void read_withOthersOnTheGpu_notesThem() {
    nvml.gpu("GPU-1").gpu(0).processes(1L, 7L);
    NvmlMeter meter = meter();
    meter.read();
    assertThat(meter.facts()).containsEntry("gpu_shared_with", "GPU 0: python3 (pid 7)");
  }

  @Test
  void read_withOurselvesAlone_notesNothing() {
    nvml.gpu("GPU-1").gpu(0).processes(1L);
    NvmlMeter meter = meter();
    meter.read();
    assertThat(meter.facts()).doesNotContainKey("gpu_shared_with");
  }

  @Test
  void answers_ofABrokenDriver_keepsQuiet() {
    nvml.failToOpen(NvmlCode.LIB_RM_VERSION_MISMATCH);
    NvmlMeter meter = meter();
    assertThat(meter.answers()).isFalse();
    assertThat(meter.errorLog()).isEmpty();
  }

  @Test
  void read_afterClose_isEmpty() {
    nvml.gpu("GPU-1");
    NvmlMeter meter = meter();
    meter.read();
    meter.close();
    assertThat(meter.read()).isEmpty();
    assertThat(nvml.sessions()).isZero();
  }

  private NvmlMeter meter() {
    Supplier<Nvml> library = nvml::open;
    MeterEnvironment place =
        new MeterEnvironment(
            environment,
            Duration.ofMillis(1),
            Path.of("none"),
            Path.of("none"),
            library,
            Duration.ofSeconds(5));
    return new NvmlMeter(place, processes, () -> now);
  }

  private static List<Double> powers(NvmlMeter meter) {
    return meter.read().stream().map(PowerSample::powerW).toList();
  }

  /** Read until a pause after failures is over. */
  private static List<Double> await(NvmlMeter meter) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    List<Double> powers = List.of();
    while (powers.isEmpty() && System.nanoTime() - end < 0) {
      Thread.onSpinWait();
      powers = powers(meter);
    }
    return powers;
  }
}
