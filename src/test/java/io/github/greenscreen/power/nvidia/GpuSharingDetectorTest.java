package io.github.greenscreen.power.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.FakeProcesses;
import io.github.greenscreen.power.MeterErrorLog;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GpuSharingDetectorTest {
  private final FakeProcesses table = new FakeProcesses().process(7, "python3").process(8, "?");
  private final MeterErrorLog errorLog = new MeterErrorLog("test");
  private final GpuSharingDetector neighbours = new GpuSharingDetector(table, errorLog);

  @Test
  void observe_ofOurselves_findsNobody() {
    neighbours.observe("GPU 0", processes(1));
    assertThat(neighbours.fact()).isEmpty();
    assertThat(errorLog.reasons()).isEmpty();
  }

  @Test
  void observe_ofOthers_keepsThemByDeviceAndSaysSoOnce() {
    neighbours.observe("GPU 0", processes(1, 7));
    neighbours.observe("GPU 0", processes(7));
    neighbours.observe("GPU 1", processes(7, 8));
    neighbours.observe("GPU 1", processes());
    assertThat(neighbours.fact())
        .isEqualTo("GPU 0: python3 (pid 7); GPU 1: python3 (pid 7), ? (pid 8)");
    assertThat(errorLog.reasons())
        .hasSize(3)
        .first()
        .isEqualTo("GPU 0 is shared: the energy of another process is included: python3 (pid 7)");
  }

  @Test
  void observe_ofAProcessThatCannotBeSeen_isUnknownByName() {
    neighbours.observe("GPU 0", processes(1, 4711));
    assertThat(neighbours.fact()).isEqualTo("GPU 0: unknown process");
  }

  @Test
  void observe_inAContainer_takesOneThatCannotBeSeenForOurselves() {
    neighbours.observe("GPU 0", processes(4711));
    assertThat(neighbours.fact()).isEmpty();
    neighbours.observe("GPU 0", processes(4711, 4712));
    assertThat(neighbours.fact()).isEqualTo("GPU 0: unknown process");
  }

  @Test
  void observe_ofNamedProcesses_prefersTheNameOfTheMachine() {
    neighbours.observe(
        "GPU 0",
        List.of(
            new GpuProcess(1, "java"),
            new GpuProcess(8, "/usr/bin/blender"),
            new GpuProcess(9, "C:\\ai\\train.exe"),
            new GpuProcess(7, "/usr/bin/python3.11")));
    assertThat(neighbours.fact())
        .isEqualTo("GPU 0: blender (pid 8), train.exe (pid 9), python3 (pid 7)");
  }

  @Test
  void observe_ofVeryMany_keepsAFew() {
    LongStream.range(100, 200).forEach(pid -> table.process(pid, "worker"));
    neighbours.observe("GPU 0", processes(LongStream.range(100, 200).toArray()));
    assertThat(neighbours.fact()).endsWith("worker (pid 107)");
  }

  @Test
  void ofThisMachine_knowsUsAndOurChildren() throws IOException, InterruptedException {
    ProcessTable real = ProcessTable.ofThisMachine();
    Process child = new ProcessBuilder("sleep", "30").start();
    try {
      assertThat(real.own()).contains(ProcessHandle.current().pid(), child.pid());
      assertThat(real.name(ProcessHandle.current().pid())).hasValue("java");
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(real.name(99_999_999)).isEmpty();
  }

  @Test
  void parse_ofCsv_givesProcessesOfTheseGpus() {
    List<Gpu> gpus = List.of(new Gpu(1, "T4", "GPU-11", "550"), new Gpu(3, "T4", "GPU-33", "550"));
    String output =
        "12, /usr/bin/python3, GPU-11, 300\r\n13, a, b, GPU-33, [N/A]\n14, [Not Found], gpu-11,"
            + " 5\n15, x, GPU-22, 5\nNo running processes found\n\n117.68, 60, 15, 1024\n16,"
            + " GPU-11\n";
    assertThat(GpuProcessPoller.parse(output, gpus))
        .isEqualTo(
            Map.of(
                "GPU 1",
                List.of(new GpuProcess(12, "/usr/bin/python3"), new GpuProcess(14, "")),
                "GPU 3",
                List.of(new GpuProcess(13, "a,b"))));
  }

  private static List<GpuProcess> processes(long... pids) {
    return LongStream.of(pids).mapToObj(pid -> new GpuProcess(pid, "")).toList();
  }
}
