package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeightAverageTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");

  @AfterEach
  void free() {
    manager.close();
  }

  @Test
  void average_overSteps_followsItsFormula() {
    NDArray weight = manager.create(new double[] {1, -2});
    List<NDArray> parameters = List.of(weight);
    double[] expected = {1, -2};
    try (WeightAverage average = new WeightAverage(0.5, Device.cpu())) {
      average.begin(parameters);
      for (int step = 1; step <= 20; step++) {
        weight.addi(step);
        average.update(parameters, step);
        double kept = Math.min(0.5, (1.0 + step) / (10.0 + step));
        double[] now = weight.toDoubleArray();
        for (int i = 0; i < expected.length; i++) {
          expected[i] = kept * expected[i] + (1 - kept) * now[i];
        }
      }
      assertThat(average.arrays().get(0).toDoubleArray()).containsExactly(expected, within(1e-12));
      average.assignTo(parameters);
      assertThat(weight.toDoubleArray()).containsExactly(expected, within(1e-12));
    }
  }

  /**
   * An increment of 1/1024 is lost in a 16-bit average of 1, but not in one of single precision.
   */
  @Test
  void average_ofHalfPrecision_hasSinglePrecision() {
    NDArray weight = manager.create(new float[] {1}).toType(DataType.FLOAT16, true);
    List<NDArray> parameters = List.of(weight);
    try (WeightAverage average = new WeightAverage(0.999, Device.cpu())) {
      average.begin(parameters);
      weight.addi(0.5);
      average.update(parameters, 100_000);
      assertThat(average.arrays().get(0).toFloatArray()).containsExactly(1.0005f);
    }
  }

  @Test
  void parameters_afterWorkWithTheAverage_areTheTrainedOnes() {
    NDArray weight = manager.create(new float[] {1, 2});
    List<NDArray> parameters = List.of(weight);
    List<float[]> seen = new ArrayList<>();
    try (WeightAverage average = new WeightAverage(0.5, Device.cpu())) {
      average.begin(parameters);
      weight.addi(4);
      average.during(parameters, () -> seen.add(weight.toFloatArray()));
      assertThat(seen.get(0)).containsExactly(1, 2);
      assertThat(weight.toFloatArray()).containsExactly(5, 6);
    }
  }

  /** Averaging changes what is validated, not what is trained. */
  @Test
  void training_withAverages_validatesThem() {
    List<EpochResult> plain = epochs("weight_averaging", "0");
    List<EpochResult> averaged = epochs("weight_averaging", "0.95");
    for (int i = 0; i < plain.size(); i++) {
      assertThat(averaged.get(i).loss()).isEqualTo(plain.get(i).loss());
      assertThat(averaged.get(i).validationLoss()).isNotEqualTo(plain.get(i).validationLoss());
    }
  }

  /** The mean of the logits of two views is not the logit of one. */
  @Test
  void validation_withMirrorImages_changesOnlyValidation() {
    List<EpochResult> plain = epochs("test_time_flip", "false");
    List<EpochResult> flipped = epochs("test_time_flip", "true");
    for (int i = 0; i < plain.size(); i++) {
      assertThat(flipped.get(i).loss()).isEqualTo(plain.get(i).loss());
      assertThat(flipped.get(i).validationLoss()).isNotEqualTo(plain.get(i).validationLoss());
    }
  }

  private static List<EpochResult> epochs(String name, String value) {
    Hyperparameters how = Jobs.how(name, value, "batch_size", "16");
    return Jobs.epochs(new DjlTrainer(), Jobs.job(how, 2, 1, Optional.empty()));
  }
}
