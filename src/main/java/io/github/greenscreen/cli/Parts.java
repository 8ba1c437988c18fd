package io.github.greenscreen.cli;

import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.power.MeterChoice;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.sweep.Launcher;
import io.github.greenscreen.training.StudyEstimator;
import io.github.greenscreen.training.Trainer;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the commands work with. Everything that is expensive or touches the engine is made only when
 * a command asks for it, so that {@code analyze} and {@code report} never load it.
 *
 * @param trainer trains networks
 * @param estimator measures how fast this machine trains
 * @param meter opens power meters; the caller closes what is returned
 * @param launcher starts the runs of a sweep, handing on these options of {@code train}
 * @param engines builds of PyTorch to train with
 * @param terminal where progress is shown
 */
public record Parts(
    Supplier<Trainer> trainer,
    Supplier<StudyEstimator> estimator,
    Function<MeterChoice, PowerMeter> meter,
    Function<List<String>, Launcher> launcher,
    Engines engines,
    Terminal terminal) {
  public Parts {
    Objects.requireNonNull(trainer);
    Objects.requireNonNull(estimator);
    Objects.requireNonNull(meter);
    Objects.requireNonNull(launcher);
    Objects.requireNonNull(engines);
    Objects.requireNonNull(terminal);
  }
}
