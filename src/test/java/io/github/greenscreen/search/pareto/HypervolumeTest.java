package io.github.greenscreen.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HypervolumeTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void of_pointsOnAGrid_isTheNumberOfDominatedCells(int objectives) {
    Random random = new Random(3);
    int side = 6;
    for (int round = 0; round < 20; round++) {
      List<double[]> points = points(random, objectives, side, 1 + round);

      double volume = Hypervolume.of(points, filled(objectives, side));

      assertThat(volume).isCloseTo(cells(points, objectives, side), within(1e-9));
    }
  }

  @Test
  void of_nothing_isZero() {
    assertThat(Hypervolume.of(List.of(), new double[] {1, 1})).isZero();
  }

  @Test
  void of_pointsNotBetterThanTheReference_isZero() {
    assertThat(Hypervolume.of(List.of(new double[] {0, 1}), new double[] {1, 1})).isZero();
    assertThat(Hypervolume.of(List.of(new double[] {0, 2}), new double[] {1, 1})).isZero();
  }

  /** Count the cells of side 1 whose lower corner some point dominates or equals. */
  private static double cells(List<double[]> points, int objectives, int side) {
    int all = (int) Math.pow(side, objectives);
    int count = 0;
    for (int cell = 0; cell < all; cell++) {
      double[] corner = new double[objectives];
      int rest = cell;
      for (int i = 0; i < objectives; i++) {
        corner[i] = rest % side;
        rest /= side;
      }
      count += points.stream().anyMatch(point -> covers(point, corner)) ? 1 : 0;
    }
    return count;
  }

  private static boolean covers(double[] point, double[] corner) {
    for (int i = 0; i < point.length; i++) {
      if (point[i] > corner[i]) {
        return false;
      }
    }
    return true;
  }

  private static List<double[]> points(Random random, int objectives, int side, int count) {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(random.ints(objectives, 0, side + 1).asDoubleStream().toArray());
    }
    return points;
  }

  private static double[] filled(int objectives, double value) {
    double[] reference = new double[objectives];
    Arrays.fill(reference, value);
    return reference;
  }
}
