package io.github.greenscreen.benchmark;

import io.github.greenscreen.FakeNvidiaSmi;
import io.github.greenscreen.power.nvidia.NvidiaSmiMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.run.RunFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Half a minute of watching a GPU as a run does it: a loop of a tool that costs next to nothing, a
 * thread that reads it, one that samples, and a file on disk. Of interest is the processor time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(1)
public class SamplingBenchmark {
  private static final int SECONDS = 30;
  private static final String TOOL =
      """
      case "$*" in
        *--help*) printf '"%s"\\n' index uuid power.draw.average power.draw.instant power.draw \\
          temperature.gpu utilization.gpu memory.used ;;
        *--loop-ms=*) while :; do
          echo '0, GPU-11, 117.68, 120.5, 117.68, 60, 98, 10240'
          sleep @SECONDS@
        done ;;
        *) echo '0, NVIDIA H100, GPU-11, 550.54.15' ;;
      esac
      """;

  /** How often power is read per second. */
  @Param({"1", "10"})
  public int hertz;

  private Path folder;
  private NvidiaSmiMeter meter;
  private PowerSampler sampler;

  /** Processor time in percent of a core. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Percent {
    /** Of the thread that samples and writes. */
    public double sampler;

    /** Of the thread that reads what the tool prints. */
    public double reader;
  }

  /** Start to sample. */
  @Setup(Level.Iteration)
  public void start() throws IOException, InterruptedException {
    folder = Files.createTempDirectory("sampling");
    Duration period = Duration.ofMillis(1000 / hertz);
    String seconds = hertz == 1 ? "1" : "0.1";
    Map<String, String> fake =
        FakeNvidiaSmi.install(folder, "PATH=/usr/bin:/bin\n" + TOOL.replace("@SECONDS@", seconds));
    RunFolder run = new RunFolder(folder);
    meter = new NvidiaSmiMeter(fake, period);
    sampler = PowerSampler.start(meter, period, run::appendPower);
    if (!sampler.awaitFirstReading(Duration.ofSeconds(SECONDS))) {
      throw new IllegalStateException("the meter does not answer");
    }
  }

  /** Watch how it goes on. */
  @Benchmark
  public void sample(Percent percent) throws InterruptedException {
    double samplerBefore = cpuSeconds("power sampler");
    double readerBefore = cpuSeconds("nvidia-smi loop");
    Thread.sleep(1000L * SECONDS);
    percent.sampler = 100 * (cpuSeconds("power sampler") - samplerBefore) / SECONDS;
    percent.reader = 100 * (cpuSeconds("nvidia-smi loop") - readerBefore) / SECONDS;
  }

  /** Stop, and leave nothing behind. */
  @TearDown(Level.Iteration)
  public void stop() throws IOException {
    sampler.close();
    meter.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static double cpuSeconds(String thread) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double nanos = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      nanos += info != null && info.getThreadName().equals(thread) ? threads.getThreadCpuTime(id) : 0;
    }
    return nanos / 1e9;
  }
}
