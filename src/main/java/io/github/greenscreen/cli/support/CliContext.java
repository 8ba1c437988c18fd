package io.github.greenscreen.cli.support;

import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.sweep.launch.DeviceHolder;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.training.benchmark.ThroughputEstimator;
import io.github.greenscreen.training.engine.EngineAcceptance;
import io.github.greenscreen.training.engine.EngineSelfTest;
import io.github.greenscreen.training.engine.TrainedNetworks;
import io.github.greenscreen.training.engine.Trainer;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The services that commands use. Anything expensive, or that loads the engine, is created only on
 * demand, so that {@code analyze} and {@code report} never load it.
 *
 * @param trainer creates the trainer of networks
 * @param selfTest creates the self-test of the engine on this machine
 * @param acceptance creates the checks of the engine for the acceptance run
 * @param estimator creates the estimator of training throughput on this machine
 * @param networks exports and uses trained networks
 * @param meter opens a power meter, which the caller closes
 * @param launcher creates a launcher for the runs of a sweep, which passes these {@code train}
 *     options to them
 * @param trainLauncher creates a launcher that runs {@code train} and {@code final} in a child
 *     process with these options; empty to train in this process
 * @param watcher input that stays open while the watching parent process lives; empty if no process
 *     watches
 * @param holder holds a GPU, without using it, while its idle power is measured
 * @param engines builds of PyTorch
 * @param terminal terminal for progress
 */
public record CliContext(
    Supplier<Trainer> trainer,
    Supplier<EngineSelfTest> selfTest,
    Supplier<EngineAcceptance> acceptance,
    Supplier<ThroughputEstimator> estimator,
    Supplier<TrainedNetworks> networks,
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
    Objects.requireNonNull(networks);
    Objects.requireNonNull(meter);
    Objects.requireNonNull(launcher);
    Objects.requireNonNull(trainLauncher);
    Objects.requireNonNull(watcher);
    Objects.requireNonNull(holder);
    Objects.requireNonNull(engines);
    Objects.requireNonNull(terminal);
  }
}
