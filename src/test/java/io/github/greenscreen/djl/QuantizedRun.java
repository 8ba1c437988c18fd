package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.quantized.IntegerKernels;
import io.github.greenscreen.run.evaluation.ClassCounts;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.model.TimedPhase;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Quantised runs from initial weights to the int8 network that they deliver.
 *
 * @param folder receives the network
 */
record QuantizedRun(Path folder) {

  /** Train with {@code internal} and {@code precision}, and check the int8 network. */
  void check(String internal, String precision) throws IOException {
    List<EpochResult> epochs = new ArrayList<>();
    TrainingResult result = train(internal, precision, epochs);

    Map<String, String> findings = result.findings();
    assertThat(findings)
        .containsOnlyKeys(
            "quantized_kernels",
            "quantized_device",
            "activation_bits",
            "model_bytes",
            "quantized_bytes",
            "accuracy_before_quantization",
            "accuracy_after_quantization",
            "training_images",
            "weight_sparsity",
            "float32_bytes",
            "float32_gzip_bytes",
            "int8_bytes",
            "int8_gzip_bytes");
    assertThat(result.seconds())
        .containsOnlyKeys(TimedPhase.QUANTIZE, TimedPhase.SAVE, TimedPhase.TEST);
    long quantized = Long.parseLong(findings.get("quantized_bytes"));
    assertThat(Files.size(file())).isEqualTo(quantized);
    long whole = Long.parseLong(findings.get("model_bytes"));
    assertThat((double) quantized / whole).isLessThan(precision.equals("float64") ? 0.15 : 0.3);
    double before = Double.parseDouble(findings.get("accuracy_before_quantization"));
    double after = Double.parseDouble(findings.get("accuracy_after_quantization"));
    assertThat(after).isCloseTo(before, within(0.1)).isGreaterThan(0.6);
    assertThat(epochs.get(epochs.size() - 1).validationAccuracy()).isCloseTo(after, within(1e-6));
    ConfusionTable delivered = result.evaluations().get(EvaluatedSplit.VALIDATION).confusion();
    long hits = delivered.byClass().stream().mapToLong(ClassCounts::hits).sum();
    assertThat((double) hits / delivered.images()).isCloseTo(after, within(1e-6));
    assertThat(findings.get("activation_bits"))
        .isEqualTo(IntegerKernels.levels() == 255 ? "8" : "7");
    assertThat(result.testAccuracy()).isGreaterThan(0.6);
  }

  double firstLoss(String internal) {
    List<EpochResult> epochs = new ArrayList<>();
    train(internal, "float32", epochs);
    return epochs.get(0).loss();
  }

  TrainingResult train(String internal, String precision, List<EpochResult> epochs) {
    // So many that the network is sure of every class, whatever the rounding of the processor.
    ImageSet images = Jobs.images(120);
    TrainingJob plain = Jobs.job(images, how(internal, precision), 4, 1, Optional.empty());
    TrainingJob job =
        new TrainingJob(
            plain.hyperparameters(),
            plain.epochs(),
            plain.seed(),
            plain.images(),
            plain.split(),
            Optional.empty(),
            Optional.of(file()));
    return new DjlTrainer().train(job, heard(epochs));
  }

  Path file() {
    return folder.resolve("model").resolve("int8.pt");
  }

  static Hyperparameters how(String internal, String precision) {
    return Jobs.how("internal", internal, "precision", precision, "batch_size", "4", "lr", "0.003");
  }

  static TrainingObserver heard(List<EpochResult> epochs) {
    return new TrainingObserver() {
      @Override
      public boolean wantsStoredSize() {
        return true;
      }

      @Override
      public void trainingBegins(EngineInfo preparation) {}

      @Override
      public void epochEnded(EpochResult result) {
        epochs.add(result);
      }
    };
  }
}
