package io.github.greenscreen.djl.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.Layer;
import io.github.greenscreen.djl.network.layer.NumberFormat;
import io.github.greenscreen.djl.network.layer.elementwise.Dropout;
import io.github.greenscreen.djl.network.layer.elementwise.StochasticDepth;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Layers that draw random numbers in training and do nothing in validation. */
class RandomLayersTest {
  private static final int IMAGES = 4000;
  private static final int NUMBERS = 12;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");

  @AfterEach
  void free() {
    manager.close();
  }

  /** 48,000 draws: the deviation of the share is 0.2 %. */
  @Test
  void dropout_inTraining_dropsItsShareAndScalesTheRest() {
    float[] values = values(new Dropout("drop", Layer.INPUT, 0.2), "forward", 1);
    assertThat(values).containsOnly(0f, 1.25f);
    assertThat(share(values)).isCloseTo(0.2, within(0.01));
  }

  /** 4,000 draws: the deviation of the share is 0.7 %. */
  @Test
  void stochasticDepth_inTraining_dropsWholeImages() {
    float[] values = values(new StochasticDepth("drop", Layer.INPUT, 4, 0.25), "forward", 1);
    for (int image = 0; image < IMAGES; image++) {
      float[] whole = Arrays.copyOfRange(values, image * NUMBERS, (image + 1) * NUMBERS);
      assertThat(whole).containsOnly(whole[0]);
      assertThat(whole[0]).isIn(0f, 4 / 3f);
    }
    assertThat(share(values)).isCloseTo(0.25, within(0.035));
  }

  @Test
  void stochasticDepth_ofTokens_dropsWholeImages() {
    Shape tokens = new Shape(IMAGES, 4, 3);
    float[] values =
        values(new StochasticDepth("drop", Layer.INPUT, 3, 0.25), "forward", 1, tokens);
    for (int image = 0; image < IMAGES; image++) {
      float[] whole = Arrays.copyOfRange(values, image * NUMBERS, (image + 1) * NUMBERS);
      assertThat(whole).containsOnly(whole[0]);
    }
    assertThat(share(values)).isCloseTo(0.25, within(0.035));
  }

  @Test
  void dropout_withATinyProbability_dropsNextToNothing() {
    float[] values = values(new Dropout("drop", Layer.INPUT, 1e-5), "forward", 1);
    assertThat(share(values)).isLessThan(1e-3);
  }

  @Test
  void layers_inValidation_changeNothing() {
    assertThat(values(new Dropout("drop", Layer.INPUT, 0.2), "infer", 1)).containsOnly(1f);
    assertThat(values(new StochasticDepth("drop", Layer.INPUT, 4, 0.2), "infer", 1))
        .containsOnly(1f);
  }

  @Test
  void draws_ofTheSameSeed_areTheSame() {
    Layer layer = new StochasticDepth("drop", Layer.INPUT, 4, 0.5);
    float[] first = values(layer, "forward", 1);
    assertThat(values(layer, "forward", 1)).isEqualTo(first);
    assertThat(values(layer, "forward", 2)).isNotEqualTo(first);
  }

  private float[] values(Layer layer, String pass, int seed) {
    return values(layer, pass, seed, new Shape(IMAGES, 3, 2, 2));
  }

  private float[] values(Layer layer, String pass, int seed, Shape shape) {
    NetworkSource source =
        NetworkSource.of(
            new Architecture(List.of(layer)), NumberFormat.uniform(ElementType.FLOAT32));
    try (ScriptModule script = ScriptModule.compile(Device.cpu(), source.methods())) {
      Engine.getEngine("PyTorch").setRandomSeed(seed);
      NDArray ones = manager.ones(shape);
      NDArray unused = manager.ones(new Shape(1));
      return script.infer(pass, new NDList(ones), List.of(unused)).toFloatArray();
    }
  }

  private static double share(float[] values) {
    int zeros = 0;
    for (float value : values) {
      zeros += value == 0 ? 1 : 0;
    }
    return (double) zeros / values.length;
  }
}
