package io.github.greenscreen.power.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.greenscreen.FakeNvidiaSmi;
import io.github.greenscreen.SmiScenario;
import io.github.greenscreen.power.MeterErrorLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
class GpuTest {
  private static final String DRIVER = "550.54.15";
  private static final Gpu H100 = new Gpu(0, "NVIDIA H100, 80GB, PCIe", "GPU-11aa-22", DRIVER);
  private static final Gpu T4 = new Gpu(1, "Tesla T4", "GPU-33bb-44", DRIVER);
  private static final Gpu A100 = new Gpu(2, "NVIDIA A100", "GPU-33cc-55", DRIVER);

  @TempDir private Path folder;

  @Test
  void visible_everyGpu_readsNamesWithCommas() {
    assertThat(Gpu.visible(machine().install(folder))).containsExactly(H100, T4, A100);
    assertThat(Gpu.visible(machine().carriageReturns().install(folder)))
        .containsExactly(H100, T4, A100);
  }

  @Test
  void visible_noTool_isNothingWithoutAWord() {
    Logger log = (Logger) LoggerFactory.getLogger(MeterErrorLog.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    log.addAppender(said);

    assertThat(Gpu.visible(Map.of("PATH", folder.toString()))).isEmpty();

    log.detachAppender(said);
    assertThat(said.list).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "2|2",
        "2,0|2 0",
        "' 1 , 2 '|1 2",
        "1,1|1",
        "1,-1,2|1",
        "1,9,2|1",
        "1,,2|1",
        "9|''",
        "''|''",
        "-1|''",
        "NoDevFiles|''",
        "GPU-11aa-22|0",
        "gpu-11AA|0",
        "GPU-33bb,GPU-11|1 0",
        "GPU-33|''",
        "GPU-99|''",
        "MIG-c6d4|2",
        "'MIG-c6d4,MIG-c6d5,0'|2 0",
        "MIG-GPU-33cc-55/1/0|2",
        "MIG-0000|''",
      })
  void visible_byVariable_isWhatCudaSees(String variable, String indexes) {
    Map<String, String> environment = new HashMap<>(machine().install(folder));
    environment.put("CUDA_VISIBLE_DEVICES", variable);

    assertThat(
            String.join(" ", Gpu.visible(environment).stream().map(g -> "" + g.index()).toList()))
        .isEqualTo(indexes);
  }

  @Test
  void visible_byUuid_needsNoListing() throws IOException {
    Map<String, String> environment = new HashMap<>(machine().install(folder));
    environment.put("CUDA_VISIBLE_DEVICES", "MIG-GPU-33cc-55/1/0");
    assertThat(Gpu.visible(environment)).containsExactly(A100);
    assertThat(SmiScenario.calls(folder)).hasSize(1);
  }

  @Test
  void visible_namesNothing_isSaid() {
    MeterErrorLog errorLog = new MeterErrorLog("test");
    Map<String, String> environment = new HashMap<>(machine().install(folder));
    environment.put("CUDA_VISIBLE_DEVICES", "7");
    assertThat(smi(environment, errorLog).visible()).contains(List.of());
    assertThat(errorLog.reasons())
        .contains(
            "CUDA_VISIBLE_DEVICES is 7, which matches none of the GPUs of this machine (GPU 0, "
                + "GPU 1, GPU 2); unset it, or set it to their numbers or UUIDs");
  }

  @Test
  void visible_numbersOfDifferentModels_warnsOfCudasOrder() {
    MeterErrorLog errorLog = new MeterErrorLog("test");
    Map<String, String> environment = new HashMap<>(machine().install(folder));
    environment.put("CUDA_VISIBLE_DEVICES", "1");
    assertThat(smi(environment, errorLog).visible()).contains(List.of(T4));
    assertThat(errorLog.reasons())
        .containsExactly(
            "CUDA_VISIBLE_DEVICES numbers GPUs of different models in CUDA's own order, "
                + "but the meter in bus order; set CUDA_DEVICE_ORDER=PCI_BUS_ID or use UUIDs");
    MeterErrorLog none = new MeterErrorLog("test");
    environment.put("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
    assertThat(smi(environment, none).visible()).contains(List.of(T4));
    assertThat(none.reasons()).isEmpty();
  }

  @Test
  void visible_driverBroken_isEmpty() {
    Map<String, String> environment =
        FakeNvidiaSmi.install(folder, "echo 'NVIDIA-SMI has failed because …'; exit 9");

    assertThat(Gpu.visible(environment)).isEmpty();
    assertThat(Gpu.visible(FakeNvidiaSmi.install(folder, "echo 'No devices were found'")))
        .isEmpty();
    assertThat(Gpu.visible(Map.of("PATH", ""))).isEmpty();
  }

  private static NvidiaSmi smi(Map<String, String> environment, MeterErrorLog errorLog) {
    return new NvidiaSmi(environment, Duration.ofMinutes(1), errorLog);
  }

  private static SmiScenario machine() {
    return new SmiScenario()
        .gpu(H100.name(), H100.uuid())
        .gpu(T4.name(), T4.uuid())
        .gpu(A100.name(), A100.uuid(), "MIG-c6d4", "MIG-c6d5");
  }
}
