package io.github.greenscreen.djl.acceptance;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.DjlTrainer;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EngineState;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Reports the host memory of the process after each epoch. */
final class AcceptanceMemory implements TrainingObserver {
  private static final int EPOCHS = 12;
  private static final int IMAGES = 16;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  private final Answers answers;

  private AcceptanceMemory(Answers answers) {
    this.answers = answers;
  }

  /**
   * Train ResNet-50 with Adam, which has the largest state, and write that state after every epoch.
   */
  static void run(DjlTrainer trainer, Answers answers) {
    Hyperparameters how =
        Hyperparameters.of(
            Configuration.of(Map.of("model", "resnet50", "optimizer", "Adam", "batch_size", "8")));
    trainer.train(AcceptanceTraining.job(how, EPOCHS, IMAGES), new AcceptanceMemory(answers));
  }

  @Override
  public void trainingBegins(EngineInfo preparation) {}

  @Override
  public void epochEnded(EpochResult result) {}

  @Override
  public void stateReady(int epochs, EngineState state) {
    try {
      state.writeTo(OutputStream.nullOutputStream());
      answers.say(Integer.toString(epochs), residentKiB() + " " + engineArrays());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + STATUS, e);
    }
  }

  /** Return the resident memory of this process, in KiB. */
  private static long residentKiB() throws IOException {
    try (Stream<String> lines = Files.lines(STATUS, StandardCharsets.US_ASCII)) {
      String line = lines.filter(each -> each.startsWith(RESIDENT)).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", ""));
    }
  }

  /** Return the number of arrays and managers that the engine's own manager holds. */
  private static int engineArrays() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      return manager.getParentManager().getManagedArrays().size();
    }
  }
}
