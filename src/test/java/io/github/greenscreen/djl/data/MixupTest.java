package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MixupTest {
  private static final int SIZE = 16;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ScriptModule script = ScriptModule.compile(Device.cpu(), Augmenters.METHODS);

  @AfterEach
  void free() {
    script.close();
    manager.close();
  }

  /** Draws partners and shares in the same order as the class. */
  @Test
  void everyPicture_isBlendedWithItsPartnerByTheShareOfItsLabel() {
    ImageBatch raw = TestPictures.batch(manager, SIZE);
    ImageBatch mixed = TestPictures.vary(raw, new Mixup(), 4, script);

    SplittableRandom random = new SplittableRandom(4);
    long[] partners = MixPermutation.draw(SIZE, random);
    double[] shares = new double[SIZE];
    Arrays.setAll(shares, i -> Beta.draw(0.2, random));
    for (int i = 0; i < SIZE; i++) {
      int partner = Math.toIntExact(partners[i]);
      double[] expected =
          blend(
              TestPictures.row(raw.images(), i),
              TestPictures.row(raw.images(), partner),
              shares[i]);
      assertThat(TestPictures.distance(TestPictures.row(mixed.images(), i), expected))
          .isLessThan(1e-4);
      assertThat(TestPictures.row(mixed.labels(), i))
          .containsExactly(
              blend(
                  TestPictures.row(raw.labels(), i),
                  TestPictures.row(raw.labels(), partner),
                  shares[i]),
              within(1e-6));
    }
  }

  @Test
  void labels_ofEveryPicture_sumToOneAndAreMixed() {
    ImageBatch mixed = TestPictures.vary(TestPictures.batch(manager, SIZE), new Mixup(), 1, script);
    int soft = 0;
    for (int i = 0; i < SIZE; i++) {
      double[] label = TestPictures.row(mixed.labels(), i);
      assertThat(Arrays.stream(label).sum()).isCloseTo(1, within(1e-6));
      soft += Arrays.stream(label).anyMatch(share -> share > 0.01 && share < 0.99) ? 1 : 0;
    }
    assertThat(soft).isGreaterThan(3);
  }

  @Test
  void rawBatch_afterwards_isUnchanged() {
    ImageBatch raw = TestPictures.batch(manager, SIZE);
    float[] before = raw.images().toFloatArray();
    TestPictures.vary(raw, new Mixup(), 1, script);
    assertThat(raw.images().toFloatArray()).isEqualTo(before);
  }

  private static double[] blend(double[] own, double[] other, double share) {
    double[] result = new double[own.length];
    Arrays.setAll(result, i -> share * own[i] + (1 - share) * other[i]);
    return result;
  }
}
