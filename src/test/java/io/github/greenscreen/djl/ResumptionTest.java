package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EngineState;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.ResumeState;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.TrainingResult;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training that goes on from a checkpoint gives the numbers of one that was never disturbed. */
class ResumptionTest {
  private static final int EPOCHS = 3;

  /** Every optimizer, augmentation, schedule, precision and engine option has a row. */
  @ParameterizedTest
  @CsvSource({
    "SGD,     0.9, random, cosine,      float32,               None",
    "SGD,     0,   None,   constant,    bfloat16,              None",
    "Adam,    0.9, mixup,  polynomial,  float32,               pre_quantization",
    "Adam,    0.9, None,   constant,    float16,               None",
    "AdamW,   0.9, cutmix, exponential, global_policy_float16, None",
    "RMSProp, 0.9, random, cosine,      float32,               post_quantization",
    "RMSProp, 0,   None,   polynomial,  float64,               None",
    "Adam,    0.5, random, cosine,      global_policy_float16, pre_quantization",
    "Adam,    0.9, random, cosine,      float32,               jit_compilation",
  })
  void train_fromACheckpoint_givesTheSameNumbersToTheLastBit(
      String optimizer,
      String momentum,
      String augmentation,
      String schedule,
      String precision,
      String internal) {
    TrainingJob job =
        job(
            "optimizer", optimizer,
            "optimizer_momentum", momentum,
            "augmentation", augmentation,
            "lr_schedule", schedule,
            "precision", precision,
            "internal", internal,
            "lr", "1.0e-3",
            "decay_steps", schedule.equals("exponential") ? "2" : "run");
    Heard whole = new Heard();
    TrainingResult expected = new DjlTrainer().train(job, whole);
    for (int done = 1; done < EPOCHS; done++) {
      Heard rest = new Heard();
      TrainingResult result = new DjlTrainer().train(job.resumed(whole.at(done)), rest);
      assertThat(rest.numbers).isEqualTo(whole.numbers.subList(done, EPOCHS));
      assertThat(result.testAccuracy()).isEqualTo(expected.testAccuracy());
      assertThat(result.testF1()).isEqualTo(expected.testF1());
    }
  }

  /** Dropout and stochastic depth draw from the engine's generator. */
  @Test
  void train_aNetworkWithDropout_goesOnWithItsNumbers() {
    TrainingJob job = job("model", "efficientnet_b0", "batch_size", "16", "lr", "1.0e-3");
    Heard whole = new Heard();
    new DjlTrainer().train(job, whole);
    Heard rest = new Heard();
    new DjlTrainer().train(job.resumed(whole.at(1)), rest);
    assertThat(rest.numbers).isEqualTo(whole.numbers.subList(1, EPOCHS));
  }

  @ParameterizedTest
  @CsvSource({"resnet20, float32", "vit_tiny, float32", "resnet20, global_policy_float16"})
  void train_withStochasticDepth_goesOnWithItsNumbers(String model, String precision) {
    TrainingJob job =
        job(
            "model", model,
            "precision", precision,
            "batch_size", "16",
            "dropout", "0.2",
            "stochastic_depth", "0.4",
            "lr", "1.0e-3");
    Heard whole = new Heard();
    new DjlTrainer().train(job, whole);
    Heard rest = new Heard();
    new DjlTrainer().train(job.resumed(whole.at(1)), rest);
    assertThat(rest.numbers).isEqualTo(whole.numbers.subList(1, EPOCHS));
  }

  @Test
  void train_withEverySettingOfAStep_goesOnWithTheSameNumbers() {
    TrainingJob job =
        job(
            "optimizer", "Nesterov",
            "accumulate", "2",
            "batch_size", "10",
            "gradient_clipping", "0.5",
            "weight_decay", "0.01",
            "label_smoothing", "0.1",
            "weight_averaging", "0.9",
            "test_time_flip", "true",
            "warmup_steps", "4",
            "lr_schedule", "one_cycle");
    Heard whole = new Heard();
    new DjlTrainer().train(job, whole);
    Heard rest = new Heard();
    new DjlTrainer().train(job.resumed(whole.at(1)), rest);
    assertThat(rest.numbers).isEqualTo(whole.numbers.subList(1, EPOCHS));
  }

  @Test
  void train_withEveryPartOfTheSpeedRun_goesOnWithTheSameNumbers() {
    TrainingJob job =
        job(
            "model", "airbench",
            "initialization", "whitening",
            "optimizer", "Muon",
            "lr", "0.1",
            "weight_decay", "0.01",
            "augmentation", "translate+alternating_flip",
            "preprocessing", "standardization",
            "batch_size", "10",
            "lr_schedule", "triangular");
    Heard whole = new Heard();
    new DjlTrainer().train(job, whole);
    Heard rest = new Heard();
    new DjlTrainer().train(job.resumed(whole.at(1)), rest);
    assertThat(rest.numbers).isEqualTo(whole.numbers.subList(1, EPOCHS));
  }

  /** Between two prunings, the state has the masks, and so has the average. */
  @ParameterizedTest
  @CsvSource({
    "float32,               global, unstructured",
    "bfloat16,              layer,  unstructured",
    "global_policy_float16, layer,  unstructured",
    "float32,               layer,  filter",
    "bfloat16,              global, filter",
    "global_policy_float16, global, filter",
  })
  void train_withPruning_goesOnWithItsMasks(String precision, String scope, String structure) {
    TrainingJob job =
        job(
            "precision", precision,
            "pruning_schedule", "polynomial",
            "pruning_scope", scope,
            "pruning_structure", structure,
            "initial_sparsity", "0.3",
            "final_sparsity", "0.8",
            "pruning_begin", "2",
            "pruning_end", "14",
            "pruning_frequency", "8",
            "batch_size", "8",
            "weight_averaging", "0.9");
    Heard whole = new Heard();
    TrainingResult expected = new DjlTrainer().train(job, whole);
    for (int done = 1; done < EPOCHS; done++) {
      Heard rest = new Heard();
      TrainingResult result = new DjlTrainer().train(job.resumed(whole.at(done)), rest);
      assertThat(rest.numbers).isEqualTo(whole.numbers.subList(done, EPOCHS));
      assertThat(rest.states.get(EPOCHS)).isEqualTo(whole.states.get(EPOCHS));
      assertThat(result.sparsities()).isEqualTo(expected.sparsities());
      assertThat(result.findings()).isEqualTo(expected.findings());
      assertThat(result.testAccuracy()).isEqualTo(expected.testAccuracy());
    }
  }

  @ParameterizedTest
  @CsvSource({"none", "backbone"})
  void train_withPretrainedWeights_goesOnWithTheSameNumbers(String freeze, @TempDir Path folder) {
    TrainingJob job = PretrainedJobs.job(folder, EPOCHS, "freeze", freeze);
    Heard whole = new Heard();
    new DjlTrainer().train(job, whole);
    Heard rest = new Heard();
    new DjlTrainer().train(job.resumed(whole.at(1)), rest);
    assertThat(rest.numbers).isEqualTo(whole.numbers.subList(1, EPOCHS));
    assertThat(rest.states.get(EPOCHS)).isEqualTo(whole.states.get(EPOCHS));
  }

  /** As on a GPU: gradients overflow at first, so that the scale falls and steps are skipped. */
  @Test
  void train_withALossScale_goesOnWithIt() {
    TrainingJob job = job("precision", "global_policy_float16", "batch_size", "16", "lr", "0.001");
    Heard whole = new Heard();
    new DjlTrainer(Optional.of(ElementType.FLOAT16)).train(job, whole);
    Heard rest = new Heard();
    new DjlTrainer(Optional.of(ElementType.FLOAT16)).train(job.resumed(whole.at(2)), rest);
    assertThat(rest.numbers).isEqualTo(whole.numbers.subList(2, EPOCHS));
    assertThat(rest.states.get(EPOCHS)).isEqualTo(whole.states.get(EPOCHS));
  }

  @Test
  void train_afterTheLastEpoch_onlyTests() {
    TrainingJob job = job("batch_size", "16");
    Heard whole = new Heard();
    TrainingResult expected = new DjlTrainer().train(job, whole);
    Heard rest = new Heard();
    TrainingResult result = new DjlTrainer().train(job.resumed(whole.at(EPOCHS)), rest);
    assertThat(rest.numbers).isEmpty();
    assertThat(result.testAccuracy()).isEqualTo(expected.testAccuracy());
    assertThat(result.evaluations())
        .containsOnlyKeys(EvaluatedSplit.values())
        .isEqualTo(expected.evaluations());
  }

  @Test
  void train_withPatience_endsAfterTheEpochThatEndsItAndIsNotTrainedFurther() {
    TrainingJob job = job("batch_size", "16", "patience", "1");
    Heard whole = new Heard();
    new DjlTrainer().train(job("batch_size", "16"), whole);
    Heard patient = new Heard();
    patient.endsAfter = 2;
    TrainingResult expected = new DjlTrainer().train(job, patient);
    assertThat(patient.numbers).isEqualTo(whole.numbers.subList(0, 2));
    assertThat(patient.states).containsOnlyKeys(1, 2);
    assertThat(expected.evaluations()).containsOnlyKeys(EvaluatedSplit.values());

    Heard rest = new Heard();
    rest.endsAfter = 0;
    TrainingResult result = new DjlTrainer().train(job.resumed(patient.at(2)), rest);
    assertThat(rest.numbers).isEmpty();
    assertThat(result.testAccuracy()).isEqualTo(expected.testAccuracy());
    assertThat(result.evaluations()).isEqualTo(expected.evaluations());
  }

  @Test
  void stateReady_afterQuantising_isNotTold() {
    Heard whole = new Heard();
    new DjlTrainer().train(job("internal", "post_quantization"), whole);
    assertThat(whole.states).containsOnlyKeys(1, 2);
  }

  @Test
  void train_fromACheckpointOfAnotherFormat_isRefused() {
    Heard whole = new Heard();
    new DjlTrainer().train(job("precision", "float64"), whole);
    TrainingJob other = job("precision", "float32").resumed(whole.at(1));
    assertThatThrownBy(() -> new DjlTrainer().train(other, new Heard()))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "the checkpoint does not fit this training: found a greenscreen state 1 after "
                + "1 epochs, in float64 and float64, expected a greenscreen state 1 after 1 "
                + "epochs, in float32 and float32; resume on the kind of device that wrote it, "
                + "or delete it");
  }

  @Test
  void train_fromACheckpointOfAnotherOptimizer_isRefused() {
    Heard whole = new Heard();
    new DjlTrainer().train(job("optimizer", "SGD"), whole);
    TrainingJob other = job("optimizer", "Adam").resumed(whole.at(1));
    assertThatThrownBy(() -> new DjlTrainer().train(other, new Heard()))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessageStartingWith("the checkpoint does not fit this training: ");
  }

  private static TrainingJob job(String... namesAndValues) {
    return Jobs.job(Jobs.how(namesAndValues), EPOCHS, 3, Optional.empty());
  }

  /** Keeps numbers and states. */
  private static final class Heard implements TrainingObserver {
    @Override
    public boolean wantsStoredSize() {
      return true;
    }

    final List<List<Double>> numbers = new ArrayList<>();
    final Map<Integer, byte[]> states = new HashMap<>();
    int endsAfter = Integer.MAX_VALUE;

    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void epochEnded(EpochResult result) {
      numbers.add(
          List.of(
              (double) result.epoch(),
              result.loss(),
              result.accuracy(),
              result.validationLoss(),
              result.validationAccuracy(),
              result.learningRate()));
    }

    @Override
    public boolean endsEarly() {
      return numbers.size() >= endsAfter;
    }

    @Override
    public void stateReady(int epochs, EngineState state) {
      try {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        state.writeTo(out);
        states.put(epochs, out.toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    ResumeState at(int epochs) {
      return new ResumeState(epochs, () -> new ByteArrayInputStream(states.get(epochs)));
    }
  }
}
