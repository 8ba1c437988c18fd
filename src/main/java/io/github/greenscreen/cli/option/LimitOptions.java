package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.ChoiceConverter;
import io.github.greenscreen.cli.converter.DurationConverter;
import io.github.greenscreen.run.model.RunLimits;
import java.time.Duration;
import java.util.OptionalDouble;
import picocli.CommandLine.Option;

/** Options for limits that end a run early. */
public final class LimitOptions {
  @Option(
      names = "--max-run-time",
      paramLabel = "TIME",
      order = 34,
      converter = DurationConverter.class,
      description = "Stop a run after TIME, such as 90min or 8h; its results are kept.")
  private Duration maxRunTime;

  @Option(
      names = "--on-nan",
      paramLabel = "WHAT",
      order = 35,
      converter = OnNan.class,
      description = {
        "What to do if the loss of a run is NaN or infinite: stop the run, or",
        "continue and log nan (default: stop)."
      })
  private String onNan;

  /** Return the limits, including {@code maxPowerW} in watts. */
  public RunLimits limits(OptionalDouble maxPowerW) {
    OptionalDouble seconds =
        maxRunTime == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(maxRunTime.toMillis() / 1000.0);
    return new RunLimits(maxPowerW, seconds, OnNan.CONTINUE.equals(onNan), "");
  }

  /** Converts the action for a loss that is not finite. */
  static final class OnNan extends ChoiceConverter {
    static final String CONTINUE = "continue";

    OnNan() {
      super("stop", CONTINUE);
    }
  }
}
