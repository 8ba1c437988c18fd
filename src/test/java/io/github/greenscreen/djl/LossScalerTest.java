package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LossScalerTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final Scaling scaling = new Scaling();

  @AfterEach
  void free() {
    scaling.close();
    manager.close();
  }

  @Test
  void loss_atTheStart_isMultipliedBy65536() {
    NDArray scaled = scaling.scaled(manager.create(1.5f));
    assertThat(scaled.getShape().dimension()).isZero();
    assertThat(scaled.getFloat()).isEqualTo(1.5f * 65_536);
  }

  @Test
  void gradients_withoutOverflow_areDividedByTheScale() {
    NDArray gradient = manager.create(new float[] {65_536, -131_072});
    float found = scaling.unscale(List.of(gradient)).toFloatArray()[0];
    assertThat(found).isZero();
    assertThat(gradient.toFloatArray()).containsExactly(1, -2);
    assertThat(scaling.scaler.scale()).isEqualTo(65_536);
  }

  @Test
  void overflow_inOneGradient_isFoundAndHalvesTheScale() {
    NDArray sound = manager.create(new float[] {1});
    for (float bad : new float[] {Float.POSITIVE_INFINITY, Float.NaN}) {
      NDArray broken = manager.create(new float[] {2, bad});
      assertThat(scaling.unscale(List.of(sound, broken)).toFloatArray()[0]).isEqualTo(1);
    }
    assertThat(scaling.scaler.scale()).isEqualTo(65_536 / 4);
    assertThat(scaling.unscale(List.of(sound)).toFloatArray()[0]).isZero();
  }

  @Test
  void scale_after2000CleanSteps_doubles() {
    List<NDArray> gradients = List.of(manager.zeros(new ai.djl.ndarray.types.Shape(1)));
    for (int step = 0; step < 1999; step++) {
      scaling.unscale(gradients);
    }
    assertThat(scaling.scaler.scale()).isEqualTo(65_536);
    scaling.unscale(gradients);
    assertThat(scaling.scaler.scale()).isEqualTo(131_072);
  }
}
