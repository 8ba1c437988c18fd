package io.github.greenscreen.djl.acceptance;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.ImageSets;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.djl.DjlTrainer;
import io.github.greenscreen.djl.PrecisionPolicy;
import io.github.greenscreen.djl.device.DeviceFacts;
import io.github.greenscreen.djl.device.Devices;
import io.github.greenscreen.djl.device.EngineProcess;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.selftest.OneDnn;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EngineState;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.ResumeState;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.DataPlacement;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs the trainings of an acceptance run in a child process, which may crash. */
public final class AcceptanceTraining {
  private static final long SEED = 7;
  private static final int MODE_IMAGES = 16;
  private static final int EVALUATED_IMAGES = 8;

  private final Device device;
  private final ElementType half;
  private final Answers answers;

  private AcceptanceTraining(Answers answers) {
    Engine engine = EngineProcess.load(OneDnn.UNLIMITED);
    device = Devices.best(engine);
    half = PrecisionPolicy.half(device);
    this.answers = answers;
  }

  /**
   * Run one task for the parent process.
   *
   * @param arguments the name of a {@link Task}, a folder for training states, and, if modes are
   *     trained, their names
   * @param out takes the answers
   */
  public static void run(List<String> arguments, PrintStream out) {
    AcceptanceTraining training = new AcceptanceTraining(new Answers(out));
    List<Mode> modes = arguments.stream().skip(2).map(Mode::parse).toList();
    training.run(Task.of(arguments.get(0)), Path.of(arguments.get(1)), modes);
  }

  private void run(Task task, Path folder, List<Mode> modes) {
    DjlTrainer trainer = new DjlTrainer(device, half);
    switch (task) {
      case DEVICE -> device();
      case REFERENCE -> modes.forEach(mode -> answer(mode, () -> reference(mode, folder)));
      case COMPARE -> modes.forEach(mode -> answer(mode, () -> compare(mode, folder)));
      case MEMORY -> AcceptanceMemory.run(trainer, answers);
      case SPEED -> AcceptanceSpeed.run(trainer, folder, answers);
    }
  }

  private void device() {
    DeviceFacts.of(device).forEach(answers::say);
    answers.say("gpu", Boolean.toString(device.isGpu()));
  }

  /** A training that returns its losses. */
  private interface Attempt {
    LossSequence losses() throws IOException;
  }

  private void answer(Mode mode, Attempt attempt) {
    try {
      answers.losses(mode, attempt.losses());
    } catch (UnsupportedChoiceException e) {
      answers.unsupported(mode, e.getMessage());
    } catch (IOException | RuntimeException e) {
      answers.failed(mode, "failed: " + FailureReason.of(e));
    }
  }

  /** Train on the CPU, and save the state after the first epoch. */
  private LossSequence reference(Mode mode, Path folder) {
    Heard heard = new Heard(Optional.of(state(mode, folder)));
    Hyperparameters how = mode.with(DataPlacement.ON_DEVICE).hyperparameters();
    new DjlTrainer(Device.cpu(), half).train(job(how), heard);
    return heard.losses();
  }

  /** Continue from that state on the device. */
  private LossSequence compare(Mode mode, Path folder) {
    Heard heard = new Heard(Optional.empty());
    ResumeState from = new ResumeState(1, () -> Files.newInputStream(state(mode, folder)));
    new DjlTrainer(device, half).train(job(mode.hyperparameters()).resumed(from), heard);
    return heard.losses();
  }

  private static Path state(Mode mode, Path folder) {
    return folder.resolve(mode.fileName());
  }

  private static TrainingJob job(Hyperparameters how) {
    return job(how, 2, MODE_IMAGES);
  }

  /** Return a training job on the first {@code images} of the built-in images. */
  static TrainingJob job(Hyperparameters how, int epochs, int images) {
    int all = images + EVALUATED_IMAGES;
    ImageSet pool = ImageSets.limit(DataSets.open("shapes", Optional.empty()), all, SEED);
    int[] training = IntStream.range(0, images).toArray();
    int[] others = IntStream.range(images, Math.min(all, pool.size())).toArray();
    Split split = new Split(training, others, others);
    return new TrainingJob(how, epochs, SEED, pool, split, Optional.empty(), Optional.empty());
  }

  /** Collects the losses of all epochs except the first. */
  private static final class Heard implements TrainingObserver {
    private final Optional<Path> stateFile;
    private final List<Double> losses = new ArrayList<>();

    Heard(Optional<Path> stateFile) {
      this.stateFile = stateFile;
    }

    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void epochEnded(EpochResult result) {
      if (result.epoch() > 0) {
        losses.add(result.loss());
        losses.add(result.validationLoss());
      }
    }

    @Override
    public void stateReady(int epochs, EngineState state) {
      if (epochs > 1 || stateFile.isEmpty()) {
        return;
      }
      try (OutputStream out = Files.newOutputStream(stateFile.get())) {
        state.writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + stateFile.get(), e);
      }
    }

    LossSequence losses() {
      return new LossSequence(losses);
    }
  }
}
