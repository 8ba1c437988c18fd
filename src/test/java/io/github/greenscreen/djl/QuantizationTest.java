package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.djl.quantized.IntegerKernels;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantised runs from initial weights to the int8 network that they deliver. */
class QuantizationTest {
  @TempDir private Path folder;

  /** Every precision with every quantisation, the pairs that the study left out among them. */
  @ParameterizedTest
  @CsvSource({
    "pre_quantization,  float32",
    "pre_quantization,  float64",
    "pre_quantization,  float16",
    "pre_quantization,  bfloat16",
    "pre_quantization,  global_policy_float16",
    "post_quantization, float32",
    "post_quantization, float64",
    "post_quantization, float16",
    "post_quantization, bfloat16",
    "post_quantization, global_policy_float16",
  })
  void quantizedRun_ofAnyPrecision_deliversAnInt8NetworkThatHasLearnt(
      String internal, String precision) throws IOException {
    List<EpochResult> epochs = new ArrayList<>();
    TrainingResult result = train(internal, precision, epochs);

    Map<String, String> findings = result.findings();
    assertThat(findings)
        .containsOnlyKeys(
            "quantize_seconds",
            "quantized_kernels",
            "quantized_device",
            "activation_bits",
            "model_bytes",
            "quantized_bytes",
            "accuracy_before_quantization",
            "accuracy_after_quantization",
            "training_images",
            "val_f1");
    long quantized = Long.parseLong(findings.get("quantized_bytes"));
    assertThat(Files.size(file())).isEqualTo(quantized);
    long whole = Long.parseLong(findings.get("model_bytes"));
    assertThat((double) quantized / whole).isLessThan(precision.equals("float64") ? 0.15 : 0.3);
    double before = Double.parseDouble(findings.get("accuracy_before_quantization"));
    double after = Double.parseDouble(findings.get("accuracy_after_quantization"));
    assertThat(after).isCloseTo(before, within(0.1)).isGreaterThan(0.6);
    assertThat(epochs.get(epochs.size() - 1).validationAccuracy()).isCloseTo(after, within(1e-6));
    assertThat(findings.get("activation_bits"))
        .isEqualTo(IntegerKernels.levels() == 255 ? "8" : "7");
    assertThat(result.testAccuracy()).isGreaterThan(0.6);
  }

  @Test
  void quantizedRun_withoutAPlace_keepsNoFile() {
    Hyperparameters how = how("post_quantization", "float32");
    TrainingResult result =
        new DjlTrainer().train(Jobs.job(how, 1, 1, Optional.empty()), heard(new ArrayList<>()));
    assertThat(result.findings()).containsKey("quantized_bytes");
    assertThat(file()).doesNotExist();
  }

  /** The imitation of int8 changes the very first step; measuring afterwards changes none. */
  @Test
  void firstEpoch_ofQuantizedTraining_differsAndOfCalibrationDoesNot() {
    assertThat(firstLoss("pre_quantization")).isNotEqualTo(firstLoss("None"));
    assertThat(firstLoss("post_quantization")).isEqualTo(firstLoss("None"));
  }

  private double firstLoss(String internal) {
    List<EpochResult> epochs = new ArrayList<>();
    train(internal, "float32", epochs);
    return epochs.get(0).loss();
  }

  private TrainingResult train(String internal, String precision, List<EpochResult> epochs) {
    TrainingJob plain = Jobs.job(how(internal, precision), 4, 1, Optional.empty());
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

  private Path file() {
    return folder.resolve("model").resolve("int8.pt");
  }

  private static Hyperparameters how(String internal, String precision) {
    return Jobs.how("internal", internal, "precision", precision, "batch_size", "4", "lr", "0.003");
  }

  private static TrainingObserver heard(List<EpochResult> epochs) {
    return new TrainingObserver() {
      @Override
      public void trainingBegins(EngineInfo preparation) {}

      @Override
      public void epochEnded(EpochResult result) {
        epochs.add(result);
      }
    };
  }
}
