package io.github.greenscreen.cli.train;

import io.github.greenscreen.cli.option.EngineOptions;
import io.github.greenscreen.cli.option.MeterOptions;
import io.github.greenscreen.cli.support.CliContext;
import io.github.greenscreen.cli.support.DataSetPreflight;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.Shutdown;
import io.github.greenscreen.cli.support.WeightsPreflight;
import io.github.greenscreen.console.ProgressBar;
import io.github.greenscreen.console.Terminal;
import io.github.greenscreen.console.TrainingProgress;
import io.github.greenscreen.engine.EngineChoice;
import io.github.greenscreen.power.MonotonicClock;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.sweep.attempt.IdlePowerMeasurement;
import io.github.greenscreen.sweep.attempt.WatchedTraining;
import io.github.greenscreen.sweep.launch.Launcher;
import io.github.greenscreen.training.TrainingRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains one run, in this process or in a child process, and shows its progress. */
final class SingleRunTrainer {
  private static final Logger LOG = LoggerFactory.getLogger(SingleRunTrainer.class);

  private final CliContext context;
  private final EngineOptions engine;
  private final Terminal terminal;
  private final PrintWriter err;
  private final MeterChoice meters;
  private Duration idle = Duration.ZERO;
  private RunLimits limits = RunLimits.NONE;
  private ModelSaving saving = ModelSaving.BEST;
  private boolean contactSheet;
  private OptionalInt checkpointEvery = OptionalInt.empty();
  private boolean verbose;
  private Optional<String> caller = Optional.empty();
  private String parent;
  private boolean stopsAsOrphan;

  /**
   * Create a trainer that uses {@code context} and {@code engine}, samples {@code meters} and shows
   * progress on {@code terminal}. The engine is chosen before anything is written.
   */
  SingleRunTrainer(
      CliContext context,
      EngineOptions engine,
      MeterChoice meters,
      Terminal terminal,
      PrintWriter err) {
    this.context = context;
    this.engine = engine;
    this.meters = meters;
    this.terminal = terminal;
    this.err = err;
  }

  /** If {@code wanted}, write a contact sheet of augmented images to the run folder. */
  SingleRunTrainer withContactSheet(boolean wanted) {
    contactSheet = wanted;
    return this;
  }

  /** Write a checkpoint every {@code epochs} epochs, 0 for never; empty for a time interval. */
  SingleRunTrainer withCheckpointEvery(OptionalInt epochs) {
    checkpointEvery = epochs;
    return this;
  }

  /** If {@code wanted}, make the training process verbose. */
  SingleRunTrainer withVerbose(boolean wanted) {
    verbose = wanted;
    return this;
  }

  /** Train as a step of the command {@code name}, which resumes the run; empty for none. */
  SingleRunTrainer withCaller(Optional<String> name) {
    caller = name;
    return this;
  }

  /** Measure the idle machine for {@code time} before a new run. */
  SingleRunTrainer withIdle(Duration time) {
    idle = time;
    return this;
  }

  /** Apply the limits {@code wanted} to a new run. */
  SingleRunTrainer withLimits(RunLimits wanted) {
    limits = wanted;
    return this;
  }

  /** Choose which runs keep their trained network, for a new run. */
  SingleRunTrainer withSaving(ModelSaving wanted) {
    saving = wanted;
    return this;
  }

  /**
   * Detect that the process with id {@code pid}, null for none, is no longer the parent of this
   * one; if {@code stops}, the run then ends after its current epoch.
   */
  SingleRunTrainer ofParent(String pid, boolean stops) {
    parent = pid;
    stopsAsOrphan = stops;
    return this;
  }

  /**
   * Check the data, create a run folder in {@code runs}, train the run, report how it ended and
   * return the exit code.
   */
  int start(Path runs, RunPlan plan, RunStatus waiting) {
    DataSetPreflight.of(plan, waiting, err::println);
    WeightsPreflight.of(plan, err);
    EngineChoice choice = engine.choose(context, err);
    RunMeasurements known = RunMeasurements.NONE.withIdle(measureIdle(choice));
    RunStatus ready = waiting.withSaving(saving).withLimits(limits).withMeasurements(known);
    return train(new RunStore(runs).create(plan, ready), choice);
  }

  private Optional<IdlePowers> measureIdle(EngineChoice choice) {
    try {
      return idlePower(choice).beforeFirst();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Train the run in {@code folder}, from its checkpoint if it has one, report how it ended and
   * return the exit code. A first signal ends it after its epoch, a second one immediately; its
   * state becomes interrupted. A run that was stopped returns {@link ExitCode#FAILURE} as well,
   * since the requested training is incomplete. A sweep reads the state instead of this code.
   */
  int train(RunFolder folder) {
    if (context.trainLauncher().isPresent()) {
      WeightsPreflight.of(folder.readPlan(), err);
    }
    return train(folder, engine.choose(context, err));
  }

  private int train(RunFolder folder, EngineChoice choice) {
    return context
        .trainLauncher()
        .map(launcher -> trainBeside(launcher.apply(words(choice)), folder))
        .orElseGet(() -> trainHere(folder, choice));
  }

  /** Return the options of {@code train FOLDER} that make a child process train like this one. */
  private List<String> words(EngineChoice choice) {
    List<String> words = new ArrayList<>(MeterOptions.words(meters));
    words.addAll(choice.words());
    checkpointEvery.ifPresent(
        epochs -> words.addAll(List.of("--checkpoint-every", Integer.toString(epochs))));
    if (contactSheet) {
      words.add("--contact-sheet");
    }
    if (verbose) {
      words.add("--verbose");
    }
    return words;
  }

  /**
   * Train in a child process, so that this process survives a crash of the engine and can explain
   * it.
   */
  private int trainBeside(Launcher launcher, RunFolder folder) {
    WatchedTraining training = new WatchedTraining(launcher, MonotonicClock.in(ZoneOffset.UTC));
    return Shutdown.inSteps(training::stop, training::stop, () -> trainBeside(training, folder));
  }

  private int trainBeside(WatchedTraining training, RunFolder folder) {
    try {
      WatchedTraining.Result result = training.train(folder);
      if (result.settled().isEmpty() && result.exitCode() != ExitCode.INTERRUPTED) {
        return result.exitCode();
      }
      // The child process could not remove its progress bar.
      new ProgressBar(err, terminal).eraseLine();
      return conclude(folder, result.settled().orElseGet(folder::readStatus));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private int trainHere(RunFolder folder, EngineChoice choice) {
    context.engines().use(choice);
    int epochs = folder.readPlan().epochs().orElse(0);
    err.printf("run %s: %s%n", folder.name(), folder.readPlan().whole().sentence());
    try (PowerMeter meter = context.meter().apply(meters)) {
      tellWhetherMetered(meter);
      TrainingRun training = new TrainingRun(context.trainer().get(), meter, meters.period());
      checkpointEvery.ifPresent(training::withCheckpointEvery);
      return train(folder, epochs, training);
    }
  }

  /** Warn about a missing meter only if no particular meter was requested. */
  private void tellWhetherMetered(PowerMeter meter) {
    if (meter instanceof NullMeter && meters.spelled().equals(MeterChoice.AUTO.spelled())) {
      err.println("no power meter found: energy will be N/A; run 'greenscreen doctor' for details");
    }
  }

  private int train(RunFolder folder, int epochs, TrainingRun training) {
    ParentProcessWatcher watch = ParentProcessWatcher.start(parent, () -> orphaned(training));
    context.watcher().ifPresent(input -> EndOfInput.watch(input, () -> stop(training, folder)));
    try {
      return Shutdown.inSteps(
          () -> stopAfterEpoch(training),
          () -> stop(training, folder),
          () -> conclude(folder, train(training, folder, epochs)));
    } finally {
      watch.close();
    }
  }

  private RunStatus train(TrainingRun training, RunFolder folder, int epochs) {
    try (ProgressBar bar = new ProgressBar(err, terminal)) {
      TrainingProgress progress = new TrainingProgress(bar, epochs);
      return training.train(
          folder, contactSheet ? new ContactSheetObserver(progress, bar, folder) : progress);
    }
  }

  private void orphaned(TrainingRun training) {
    err.println(
        "the sweep that started this run is gone; the run "
            + (stopsAsOrphan
                ? "stops after the current epoch (--orphan=stop)"
                : "continues to its end"));
    if (stopsAsOrphan) {
      training.stopAfterEpoch();
    }
  }

  private IdlePowerMeasurement idlePower(EngineChoice choice) {
    return new IdlePowerMeasurement(
        variables -> context.meter().apply(meters),
        idle,
        Duration.ZERO,
        meters.period(),
        engine.holder(context, choice));
  }

  private int conclude(RunFolder folder, RunStatus status) {
    boolean isWatched = context.watcher().isPresent();
    return new SingleRunSummary(err, caller, isWatched).conclude(folder, status);
  }

  private void stopAfterEpoch(TrainingRun training) {
    ExceptionHandler.say(
        err, "stopping after the current epoch; send another signal to stop immediately");
    training.stopAfterEpoch();
  }

  /** Record the interruption on disk at once, since the process may be killed soon. */
  private static void stop(TrainingRun training, RunFolder folder) {
    try {
      RunStatus status = folder.readStatus();
      if (status.state() == RunState.RUNNING) {
        folder.writeStatus(status.with(RunState.INTERRUPTED, "the process was asked to stop"));
      }
    } catch (RunFolderException e) {
      LOG.debug("cannot update the state of run {}", folder.name(), e);
    } finally {
      training.stop();
    }
  }
}
