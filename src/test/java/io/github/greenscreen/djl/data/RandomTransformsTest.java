package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RandomTransformsTest {
  private static final int SIDE = 32;
  private static final int SIZE = 12;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ScriptModule script = ScriptModule.compile(Device.cpu(), Augmenters.METHODS);

  @AfterEach
  void free() {
    script.close();
    manager.close();
  }

  @Test
  void chosen_byAnySeed_areThree() {
    Set<Set<ImageTransform>> seen = new HashSet<>();
    Set<ImageTransform> used = EnumSet.noneOf(ImageTransform.class);
    for (long seed = 0; seed < 400; seed++) {
      Set<ImageTransform> chosen = RandomTransforms.chosenBy(seed).variations();
      assertThat(chosen).hasSize(3).isEqualTo(RandomTransforms.chosenBy(seed).variations());
      seen.add(chosen);
      used.addAll(chosen);
    }
    assertThat(seen).hasSize(35); // 7 choose 3
    assertThat(used).containsExactly(ImageTransform.values());
  }

  @Test
  void flip_everyPicture_isItselfOrItsExactMirrorImage() {
    ImageBatch raw = TestPictures.batch(manager, SIZE);
    ImageBatch varied = apply(raw, ImageTransform.FLIP);
    int mirrored = 0;
    for (int i = 0; i < SIZE; i++) {
      double[] before = TestPictures.row(raw.images(), i);
      double[] after = TestPictures.row(varied.images(), i);
      double[] mirror = new double[before.length];
      Arrays.setAll(mirror, at -> before[at - at % SIDE + SIDE - 1 - at % SIDE]);
      boolean turned = Math.abs(after[0] - mirror[0]) < Math.abs(after[0] - before[0]);
      mirrored += turned ? 1 : 0;
      assertThat(TestPictures.distance(after, turned ? mirror : before)).isLessThan(2e-3);
    }
    assertThat(mirrored).isBetween(1, SIZE - 1);
    assertThat(varied.labels().toFloatArray()).isEqualTo(raw.labels().toFloatArray());
  }

  /** A ramp of 4 per column: a shift of s columns changes it by 4s away from the borders. */
  @Test
  void widthShift_horizontalRamp_movesByUpToAFifth() {
    double[] ramp = new double[TestPictures.PIXELS];
    Arrays.setAll(ramp, at -> 4.0 * (at % SIDE) + 60);
    ImageBatch varied = apply(TestPictures.copies(manager, SIZE, ramp), ImageTransform.WIDTH_SHIFT);
    double largest = 0;
    for (int i = 0; i < SIZE; i++) {
      double[] after = TestPictures.row(varied.images(), i);
      double moved = (after[16] - ramp[16]) / 4;
      largest = Math.max(largest, Math.abs(moved));
      for (int at = 0; at < ramp.length; at++) {
        if (at % SIDE > 6 && at % SIDE < 25) {
          assertThat(after[at]).isCloseTo(ramp[at] + 4 * moved, within(1e-3));
        }
      }
    }
    assertThat(largest).isBetween(3.0, 6.4);
  }

  @Test
  void heightShift_horizontalRamp_changesNothing() {
    double[] ramp = new double[TestPictures.PIXELS];
    Arrays.setAll(ramp, at -> 4.0 * (at % SIDE) + 60);
    ImageBatch varied = apply(TestPictures.copies(manager, 2, ramp), ImageTransform.HEIGHT_SHIFT);
    assertThat(TestPictures.distance(TestPictures.row(varied.images(), 1), ramp)).isLessThan(2e-3);
  }

  /** What comes in from outside mirrors the picture: no pixel of a bright picture turns dark. */
  @Test
  void geometry_brightPicture_fillsTheBorderWithTheMirrorImage() {
    double[] bright = new double[TestPictures.PIXELS];
    Arrays.fill(bright, 200);
    ImageBatch varied =
        apply(
            TestPictures.copies(manager, SIZE, bright),
            ImageTransform.ROTATION,
            ImageTransform.ZOOM,
            ImageTransform.TRANSLATION);
    for (int i = 0; i < SIZE; i++) {
      assertThat(TestPictures.distance(TestPictures.row(varied.images(), i), bright))
          .isLessThan(1e-3);
    }
  }

  @Test
  void contrast_everyPicture_stretchesEachChannelAboutItsMean() {
    double[] soft = new double[TestPictures.PIXELS];
    Arrays.setAll(soft, at -> 80 + 30 * Math.floorDiv(at, SIDE * SIDE) + (at % 7) * 5);
    ImageBatch varied = apply(TestPictures.copies(manager, SIZE, soft), ImageTransform.CONTRAST);
    Set<Double> factors = new HashSet<>();
    for (int i = 0; i < SIZE; i++) {
      double[] after = TestPictures.row(varied.images(), i);
      double factor = (after[1] - after[0]) / (soft[1] - soft[0]);
      factors.add(factor);
      assertThat(factor).isBetween(0.8, 1.2);
      for (int channel = 0; channel < 3; channel++) {
        double mean = mean(soft, channel);
        assertThat(mean(after, channel)).isCloseTo(mean, within(1e-2));
        int at = channel * SIDE * SIDE + 6;
        assertThat(after[at]).isCloseTo(mean + factor * (soft[at] - mean), within(1e-2));
      }
    }
    assertThat(factors).hasSize(SIZE);
  }

  @Test
  void contrast_blackAndWhitePicture_staysWithinBytes() {
    double[] hard = new double[TestPictures.PIXELS];
    Arrays.setAll(hard, at -> at % 2 == 0 ? 0 : 255);
    ImageBatch varied = apply(TestPictures.copies(manager, SIZE, hard), ImageTransform.CONTRAST);
    assertThat(varied.images().max().toFloatArray()[0]).isEqualTo(255);
    assertThat(varied.images().min().toFloatArray()[0]).isZero();
  }

  private ImageBatch apply(ImageBatch raw, ImageTransform first, ImageTransform... more) {
    RandomTransforms variations = new RandomTransforms(EnumSet.of(first, more));
    return TestPictures.vary(raw, variations, 6, script);
  }

  private static double mean(double[] pixels, int channel) {
    int plane = SIDE * SIDE;
    return Arrays.stream(pixels, channel * plane, (channel + 1) * plane).average().orElseThrow();
  }
}
