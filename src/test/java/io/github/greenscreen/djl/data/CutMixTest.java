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

class CutMixTest {
  private static final int SIZE = 32;
  private static final int SIDE = 32;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ScriptModule script = ScriptModule.compile(Device.cpu(), Augmenters.METHODS);
  private final ImageBatch raw = TestPictures.batch(manager, SIZE);
  private final ImageBatch mixed = TestPictures.vary(raw, new CutMix(32), 9, script);
  private final long[] partners = MixPermutation.draw(SIZE, new SplittableRandom(9));

  @AfterEach
  void free() {
    script.close();
    manager.close();
  }

  @Test
  void pixels_ofEveryPicture_areItsOwnOrOfABoxOfItsPartner() {
    int boxes = 0;
    for (int i = 0; i < SIZE; i++) {
      double[] own = TestPictures.row(raw.images(), i);
      double[] other = TestPictures.row(raw.images(), (int) partners[i]);
      double[] actual = TestPictures.row(mixed.images(), i);
      boolean[] foreign = foreign(own, actual);
      double[] expected = new double[own.length];
      Arrays.setAll(expected, at -> foreign[at % foreign.length] ? other[at] : own[at]);
      assertThat(actual).isEqualTo(expected);
      assertThat(isBox(foreign)).as("picture %d", i).isTrue();
      boxes += count(foreign) > 0 ? 1 : 0;
    }
    assertThat(boxes).isGreaterThan(SIZE / 4);
  }

  @Test
  void labels_ofEveryPicture_areSharedByArea() {
    for (int i = 0; i < SIZE; i++) {
      boolean[] foreign =
          foreign(TestPictures.row(raw.images(), i), TestPictures.row(mixed.images(), i));
      double share = partners[i] == i ? 1 : 1 - count(foreign) / (double) (SIDE * SIDE);
      double[] own = TestPictures.row(raw.labels(), i);
      double[] other = TestPictures.row(raw.labels(), (int) partners[i]);
      double[] expected = new double[own.length];
      Arrays.setAll(expected, c -> share * own[c] + (1 - share) * other[c]);
      assertThat(TestPictures.row(mixed.labels(), i)).containsExactly(expected, within(1e-7));
    }
  }

  /** Without borders a box would take half of a picture on average. */
  @Test
  void boxes_ofManyPictures_differInPlaceAndSize() {
    long[] areas = new long[SIZE];
    for (int i = 0; i < SIZE; i++) {
      areas[i] =
          count(foreign(TestPictures.row(raw.images(), i), TestPictures.row(mixed.images(), i)));
    }
    long distinct = Arrays.stream(areas).distinct().count();
    assertThat(distinct).isGreaterThan(10);
    assertThat(Arrays.stream(areas).average().orElseThrow()).isBetween(100.0, 600.0);
  }

  @Test
  void boxes_ofOtherImages_lieWithinThem() {
    float[] numbers = new CutMix(9).draw(new int[500], 0, new SplittableRandom(1));
    float most = 0;
    for (int i = 0; i < 500; i++) {
      float[] box = Arrays.copyOfRange(numbers, 6 * i + 2, 6 * i + 6);
      assertThat(box[0]).isBetween(0f, box[1]);
      assertThat(box[2]).isBetween(0f, box[3]);
      most = Math.max(most, Math.max(box[1], box[3]));
      float area = (box[1] - box[0]) * (box[3] - box[2]);
      assertThat(numbers[6 * i + 1]).isEqualTo(1 - area / 81, within(1e-6f));
    }
    assertThat(most).isEqualTo(9);
  }

  /**
   * Mark the places where any channel differs; noise agrees in all three by chance almost never.
   */
  private static boolean[] foreign(double[] own, double[] actual) {
    boolean[] result = new boolean[SIDE * SIDE];
    for (int at = 0; at < own.length; at++) {
      result[at % result.length] |= own[at] != actual[at];
    }
    return result;
  }

  private static boolean isBox(boolean[] marks) {
    int top = SIDE;
    int bottom = -1;
    int left = SIDE;
    int right = -1;
    for (int at = 0; at < marks.length; at++) {
      if (marks[at]) {
        top = Math.min(top, at / SIDE);
        bottom = Math.max(bottom, at / SIDE);
        left = Math.min(left, at % SIDE);
        right = Math.max(right, at % SIDE);
      }
    }
    return count(marks) == (bottom < 0 ? 0 : (bottom - top + 1) * (right - left + 1));
  }

  private static int count(boolean[] marks) {
    int result = 0;
    for (boolean mark : marks) {
      result += mark ? 1 : 0;
    }
    return result;
  }
}
