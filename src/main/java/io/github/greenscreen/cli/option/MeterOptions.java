package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.MeterPeriodConverter;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.power.MeterException;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.meter.MeterChoice;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that select the power meters and their sampling period. */
public final class MeterOptions {
  @Option(
      names = "--meter",
      paramLabel = "METER",
      order = 25,
      description = {
        "auto, nvml, nvidia-smi, rapl, replay:FILE, estimate:65W or none; join",
        "several with +, such as nvml+rapl (default: auto)."
      })
  private String meter;

  @Option(
      names = "--meter-period",
      paramLabel = "SECONDS",
      order = 26,
      converter = MeterPeriodConverter.class,
      description = "Time between two power samples (default: 1).")
  private Duration period;

  /**
   * Return the chosen meters.
   *
   * @throws UsageException if the meter cannot be parsed
   */
  public MeterChoice choice() {
    return choice(
        meter == null ? "auto" : meter, period == null ? PowerSampler.DEFAULT_PERIOD : period);
  }

  /** Parse {@code meter}, as {@link #choice()} does. */
  public static MeterChoice choice(String meter, Duration period) {
    try {
      return MeterChoice.of(meter, period);
    } catch (MeterException e) {
      throw new UsageException("--meter: " + e.getMessage());
    }
  }

  /** Return the command-line arguments that pass this choice on; empty for the default. */
  public static List<String> words(MeterChoice choice) {
    if (choice.equals(MeterChoice.AUTO)) {
      return List.of();
    }
    if (choice.isNone()) {
      return List.of("--meter", choice.spelled());
    }
    BigDecimal seconds = BigDecimal.valueOf(choice.period().toMillis(), 3).stripTrailingZeros();
    return List.of("--meter", choice.spelled(), "--meter-period", seconds.toPlainString());
  }
}
