package io.github.greenscreen.cli;

import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.power.MeterChoice;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.sweep.DeviceHolder;
import io.github.greenscreen.sweep.Launcher;
import io.github.greenscreen.training.EngineAcceptance;
import io.github.greenscreen.training.EngineSelfTest;
import io.github.greenscreen.training.ThroughputEstimator;
import io.github.greenscreen.training.Trainer;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the commands work with. Everything that is expensive or touches the engine is made only when
 * a command asks for it, so that {@code analyze} and {@code report} never load it.
 *
 * @param trainer trains networks
 * @param selfTest finds out whether the engine trains on this machine
 * @param acceptance checks what the engine computes on this machine
 * @param estimator measures how fast this machine trains
 * @param meter opens power meters; the caller closes what is returned
 * @param launcher starts the runs of a sweep, handing on these options of {@code train}
 * @param trainLauncher starts the one run of {@code train} and {@code final} in a process of its
 *     own, handing on these options; empty where this process trains it
 * @param watcher open as long as whoever watches the run of this process through another one; empty
 *     where nobody does
 * @param holder holds a GPU while its idle power is measured
 * @param engines builds of PyTorch to train with
 * @param terminal where progress is shown
 */
public record CliContext(
    Supplier<Trainer> trainer,
    Supplier<EngineSelfTest> selfTest,
    Supplier<EngineAcceptance> acceptance,
    Supplier<ThroughputEstimator> estimator,
    Function<MeterChoice, PowerMeter> meter,
    Function<List<String>, Launcher> launcher,
    Optional<Function<List<String>, Launcher>> trainLauncher,
    Optional<InputStream> watcher,
    DeviceHolder holder,
    Engines engines,
    Terminal terminal) {
  public CliContext {
    Objects.requireNonNull(trainer);
    Objects.requireNonNull(selfTest);
    Objects.requireNonNull(acceptance);
    Objects.requireNonNull(estimator);
    Objects.requireNonNull(meter);
    Objects.requireNonNull(launcher);
    Objects.requireNonNull(trainLauncher);
    Objects.requireNonNull(watcher);
    Objects.requireNonNull(holder);
    Objects.requireNonNull(engines);
    Objects.requireNonNull(terminal);
  }
}
