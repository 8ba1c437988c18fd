package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTransformTest {
  private static final int DRAWS = 2000;

  @Test
  void flip_halfOfTheTime_mirrorsLeftAndRight() {
    List<double[]> matrices = draw(ImageTransform.FLIP);
    long mirrored = matrices.stream().filter(m -> m[0] == -1).count();
    assertThat(mirrored).isBetween(DRAWS / 2 - 112L, DRAWS / 2 + 112L); // five sigma
    assertThat(matrices).allSatisfy(m -> assertThat(m).containsExactly(m[0], 0, 0, 0, 1, 0));
    assertThat(matrices).allSatisfy(m -> assertThat(Math.abs(m[0])).isEqualTo(1));
  }

  @Test
  void rotation_always_turnsByUpToATenthOfACircle() {
    List<double[]> matrices = draw(ImageTransform.ROTATION);
    assertThat(matrices)
        .allSatisfy(
            m -> {
              assertThat(m[0] * m[0] + m[3] * m[3]).isCloseTo(1, within(1e-12));
              assertThat(m).containsExactly(m[0], -m[3], 0, m[3], m[0], 0);
            });
    double[] degrees = matrices.stream().mapToDouble(ImageTransformTest::angle).toArray();
    assertRange(degrees, -36, 36);
  }

  @Test
  void zoom_always_scalesBothAxesAlike() {
    List<double[]> matrices = draw(ImageTransform.ZOOM);
    assertThat(matrices).allSatisfy(m -> assertThat(m).containsExactly(m[0], 0, 0, 0, m[0], 0));
    assertRange(matrices.stream().mapToDouble(m -> m[0]).toArray(), 0.8, 1.2);
  }

  /** Two units are a side, so 0.2 is a tenth of it. */
  @ParameterizedTest
  @CsvSource({"TRANSLATION, 0.2, 0.2", "HEIGHT_SHIFT, 0, 0.4", "WIDTH_SHIFT, 0.4, 0"})
  void shifts_always_moveWithinTheirLimits(
      ImageTransform kind, double horizontal, double vertical) {
    List<double[]> matrices = draw(kind);
    assertThat(matrices).allSatisfy(m -> assertThat(m).containsExactly(1, 0, m[2], 0, 1, m[5]));
    assertRange(matrices.stream().mapToDouble(m -> m[2]).toArray(), -horizontal, horizontal);
    assertRange(matrices.stream().mapToDouble(m -> m[5]).toArray(), -vertical, vertical);
  }

  @Test
  void contrast_always_leavesGeometryAlone() {
    assertThat(draw(ImageTransform.CONTRAST))
        .allSatisfy(m -> assertThat(m).containsExactly(1, 0, 0, 0, 1, 0));
  }

  @Test
  void compose_ofMoveAndTurn_appliesTheRightOneFirst() {
    double[] move = {1, 0, 0.5, 0, 1, 0.25};
    double[] turn = {0, -1, 0, 1, 0, 0};
    assertThat(ImageTransform.compose(move, turn)).containsExactly(0, -1, 0.5, 1, 0, 0.25);
    assertThat(ImageTransform.compose(turn, move)).containsExactly(0, -1, -0.25, 1, 0, 0.5);
  }

  private static double angle(double[] matrix) {
    return Math.toDegrees(Math.atan2(matrix[3], matrix[0]));
  }

  /** All values lie within the limits and fill them to a twentieth of the range. */
  private static void assertRange(double[] values, double low, double high) {
    double slack = (high - low) / 20;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    assertThat(min).isBetween(low, low + slack);
    assertThat(max).isBetween(high - slack, high);
  }

  private static List<double[]> draw(ImageTransform kind) {
    SplittableRandom random = new SplittableRandom(8);
    List<double[]> result = new ArrayList<>();
    for (int i = 0; i < DRAWS; i++) {
      result.add(kind.matrix(random));
    }
    return result;
  }
}
