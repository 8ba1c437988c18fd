package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.Augmentation;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranslationAndFlipTest {
  private static final int[] IMAGES = IntStream.range(0, 1000).toArray();

  @Test
  void alternatingFlip_mirrorsEveryImageInOneOfTwoEpochs() {
    Augmenter augmenter = Augmenters.of(Augmentation.ALTERNATING_FLIP, 7, 32);
    float[] even = augmenter.draw(IMAGES, 0, new SplittableRandom(1));
    float[] odd = augmenter.draw(IMAGES, 1, new SplittableRandom(2));
    int mirrored = 0;
    for (int i = 0; i < IMAGES.length; i++) {
      assertThat(even[6 * i]).isIn(-1f, 1f);
      assertThat(odd[6 * i]).isEqualTo(-even[6 * i]);
      assertThat(even[6 * i + 2]).isZero();
      mirrored += even[6 * i] < 0 ? 1 : 0;
    }
    assertThat(mirrored).isBetween(440, 560);
    assertThat(augmenter.draw(IMAGES, 2, new SplittableRandom(3))).isEqualTo(even);
  }

  @Test
  void alternatingFlip_ofAnotherSeed_mirrorsOthersFirst() {
    float[] one =
        Augmenters.of(Augmentation.ALTERNATING_FLIP, 7, 32)
            .draw(IMAGES, 0, new SplittableRandom(1));
    float[] other =
        Augmenters.of(Augmentation.ALTERNATING_FLIP, 8, 32)
            .draw(IMAGES, 0, new SplittableRandom(1));
    assertThat(other).isNotEqualTo(one);
  }

  @Test
  void translate_movesByEachOfFiveDistancesAlongBothAxes() {
    float[] numbers =
        Augmenters.of(Augmentation.TRANSLATE, 7, 32).draw(IMAGES, 0, new SplittableRandom(1));
    for (int axis : new int[] {2, 5}) {
      Set<Float> shifts = new HashSet<>();
      for (int i = 0; i < IMAGES.length; i++) {
        shifts.add(numbers[6 * i + axis]);
      }
      assertThat(shifts).containsExactlyInAnyOrder(-0.125f, -0.0625f, 0f, 0.0625f, 0.125f);
    }
    assertThat(numbers[0]).isEqualTo(1);
  }

  /**
   * One pixel to the left in a mirrored image: column j shows column 31 − j − 1 of the original.
   */
  @Test
  void apply_mirroredAndMoved_showsTheWholePixelsOfTheOriginal() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptModule script = ScriptModule.compile(Device.cpu(), Augmenters.METHODS)) {
      NDArray columns = manager.arange(32f).reshape(1, 1, 1, 32).tile(new long[] {1, 3, 32, 1});
      NDArray labels = manager.create(new float[] {1}, new Shape(1, 1));
      NDArray numbers = manager.create(new float[] {-1, 0, -2 / 32f, 0, 1, 0}, new Shape(1, 6));
      Augmenter augmenter = Augmenters.of(Augmentation.TRANSLATE_ALTERNATING_FLIP, 7, 32);
      float[] row =
          augmenter
              .apply(new ImageBatch(columns, labels), numbers, script)
              .images()
              .get("0, 0, 5")
              .toFloatArray();
      for (int j = 0; j < 31; j++) {
        assertThat(row[j]).isCloseTo(30 - j, within(1e-4f));
      }
      assertThat(row[31]).isCloseTo(0, within(1e-4f));
    }
  }
}
