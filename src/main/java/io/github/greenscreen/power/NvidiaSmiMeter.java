package io.github.greenscreen.power;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Reads all visible NVIDIA GPUs by running {@code nvidia-smi} once per reading. Where the tool is
 * absent, fails, hangs or prints something else, the reading is empty and the reason goes to the
 * log. {@code CUDA_VISIBLE_DEVICES} given as numbers limits the reading to those GPUs; where it
 * hides all GPUs, nothing is read. Not thread-safe.
 */
public final class NvidiaSmiMeter implements PowerMeter {
  private static final String FIELDS = "power.draw,temperature.gpu,utilization.gpu,memory.used";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final NvidiaSmi tool;
  private final LongSupplier clock;

  /** Use the environment of this process. */
  public NvidiaSmiMeter() {
    this(System.getenv());
  }

  /** Take {@code PATH} and {@code CUDA_VISIBLE_DEVICES} from {@code environment}. */
  public NvidiaSmiMeter(Map<String, String> environment) {
    this(environment, TIMEOUT, System::currentTimeMillis);
  }

  /**
   * Take also the time after which a hanging tool is killed and the clock, in milliseconds since
   * 1970, that stamps the samples.
   */
  NvidiaSmiMeter(Map<String, String> environment, Duration timeout, LongSupplier clock) {
    this.tool = new NvidiaSmi(environment, timeout);
    this.clock = clock;
  }

  @Override
  public String name() {
    return NvidiaSmi.NAME;
  }

  /** Read every visible GPU; the samples are stamped when the tool has answered. */
  @Override
  public List<PowerSample> read() {
    return tool.query(FIELDS)
        .map(output -> NvidiaSmiRows.parse(output, tool.devices(), clock.getAsLong()))
        .orElse(List.of());
  }
}
