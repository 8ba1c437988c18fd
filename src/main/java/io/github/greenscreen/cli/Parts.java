package io.github.greenscreen.cli;

import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.power.MeterKind;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.sweep.Launcher;
import io.github.greenscreen.training.StudyEstimator;
import io.github.greenscreen.training.Trainer;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the commands work with. Everything that is expensive or touches the engine is made only when
 * a command asks for it, so that {@code analyze} and {@code report} never load it.
 *
 * @param trainer trains networks
 * @param estimator measures how fast this machine trains
 * @param meter makes a power meter; the caller closes it
 * @param meters makes the meter of a kind; the caller closes it
 * @param launcher starts the runs of a sweep
 * @param terminal where progress is shown
 */
public record Parts(
    Supplier<Trainer> trainer,
    Supplier<StudyEstimator> estimator,
    Supplier<PowerMeter> meter,
    Function<MeterKind, PowerMeter> meters,
    Supplier<Launcher> launcher,
    Terminal terminal) {
  public Parts {
    Objects.requireNonNull(trainer);
    Objects.requireNonNull(estimator);
    Objects.requireNonNull(meter);
    Objects.requireNonNull(meters);
    Objects.requireNonNull(launcher);
    Objects.requireNonNull(terminal);
  }
}
