package io.github.greenscreen.doctor;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.ImageSets;
import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.data.split.Splits;
import io.github.greenscreen.engine.EngineException;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.FailureMessage;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EngineSelfTest;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.Trainer;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether the engine trains on this machine. It trains a small network, because a library
 * that loads may still fail at its first step.
 */
final class EngineCheck implements TrainingObserver {
  private static final Logger LOG = LoggerFactory.getLogger(EngineCheck.class);
  private static final int IMAGES = 100;

  /** What DJL says if the class path has no engine. */
  private static final String NO_ENGINE = "No deep learning engine found";

  private final List<CheckResult> findings = new ArrayList<>();

  private EngineCheck() {}

  /** Return the facts that {@code trainer} reports and the results of {@code selfTest}. */
  static List<CheckResult> of(Supplier<Trainer> trainer, Supplier<EngineSelfTest> selfTest) {
    EngineCheck check = new EngineCheck();
    try {
      trainer.get().train(job(), check);
      check.findings.add(CheckResult.ok("training", "a small network was trained"));
      check.findings.addAll(PrecisionCheck.of(selfTest.get()));
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("the engine does not train", e);
      check.findings.add(CheckResult.broken("training", problem(e), advice(e)));
    }
    return check.findings;
  }

  @Override
  public void trainingBegins(EngineInfo preparation) {
    preparation.facts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(fact -> findings.add(finding(fact.getKey(), fact.getValue())));
  }

  private static CheckResult finding(String fact, String value) {
    return switch (fact) {
      case EngineInfo.GPU_UNUSED -> CheckResult.missing("GPU", value, gpuAdvice());
      case EngineInfo.ENGINE_WORKAROUND ->
          CheckResult.missing("workaround", value, PrecisionCheck.ADVICE);
      default -> CheckResult.ok(fact, value);
    };
  }

  @Override
  public void epochEnded(EpochResult result) {}

  private static TrainingJob job() {
    ImageSet images = ImageSets.limit(DataSets.open("shapes", Optional.empty()), IMAGES, 1);
    Configuration how =
        Configuration.of(Map.of("model", "resnet20", "precision", "float32", "batch_size", "32"));
    return new TrainingJob(
        Hyperparameters.of(how),
        1,
        1,
        images,
        Splits.draw(images, Partition.parse("60-20-20").orElseThrow(), 1),
        Optional.empty(),
        Optional.empty());
  }

  private static String problem(Throwable failure) {
    return failure instanceof EngineException engine ? engine.problem() : reason(failure);
  }

  /** Return the message of {@code problem} in one line. */
  static String reason(Throwable problem) {
    return problem instanceof EngineException
        ? FailureMessage.ofSentence(problem)
        : FailureMessage.of(problem);
  }

  private static String gpuAdvice() {
    return "PyTorch for CUDA 12.8 is available for Linux on x86-64 and needs driver 525 or later "
        + "(570 recommended) and compute capability 7.5 or higher; run 'greenscreen engine info' "
        + "to see which build is used; CUDA_VISIBLE_DEVICES= (empty) hides the GPU, and its "
        + "power is then not metered";
  }

  private static String advice(Throwable failure) {
    if (failure instanceof EngineException engine && !engine.remedy().isEmpty()) {
      return engine.remedy();
    }
    if (reason(failure).contains(NO_ENGINE)) {
      return "start greenscreen with bin/greenscreen, which puts PyTorch for the CPU on the class "
          + "path";
    }
    return "run 'greenscreen doctor --verbose' for a stack trace, and 'greenscreen engine info' "
        + "to see which build is used";
  }
}
