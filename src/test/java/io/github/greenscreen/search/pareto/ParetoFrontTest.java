package io.github.greenscreen.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {
  @Test
  void of_dominatedPoint_isLeftOut() {
    List<double[]> points =
        List.of(new double[] {1, 3}, new double[] {2, 3}, new double[] {3, 1}, new double[] {3, 3});

    assertThat(ParetoFront.of(points)).containsExactly(0, 2);
  }

  @Test
  void of_equalPoints_areAllThere() {
    assertThat(ParetoFront.of(List.of(new double[] {1, 1}, new double[] {1, 1})))
        .containsExactly(0, 1);
  }

  @Test
  void of_randomPoints_isWhatNoOtherIsBetterThan() {
    Random random = new Random(5);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      points.add(random.ints(3, 0, 8).asDoubleStream().toArray());
    }

    List<Integer> front = ParetoFront.of(points);

    for (int i = 0; i < points.size(); i++) {
      double[] own = points.get(i);
      boolean beaten = false;
      for (double[] other : points) {
        boolean nowhereWorse = other[0] <= own[0] && other[1] <= own[1] && other[2] <= own[2];
        beaten |= nowhereWorse && other[0] + other[1] + other[2] < own[0] + own[1] + own[2];
      }
      assertThat(front.contains(i)).isEqualTo(!beaten);
    }
  }
}
