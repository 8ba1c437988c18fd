package io.github.greenscreen.data.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ShapeTest {
  @ParameterizedTest
  @CsvSource({
    "CIRCLE, 0, 0, true",
    "CIRCLE, 0.7, 0.7, false",
    "RING, 0, 0, false",
    "RING, 0.7, 0, true",
    "ELLIPSE, 0.9, 0, true",
    "ELLIPSE, 0, 0.9, false",
    "CRESCENT, -0.8, 0, true",
    "CRESCENT, 0.5, 0, false",
    "SQUARE, 0.7, 0.7, true",
    "SQUARE, 0.8, 0, false",
    "TRIANGLE, 0, 0.9, true",
    "TRIANGLE, 0.8, 0.5, false",
    "STAR, 1, 0, true",
    "STAR, -0.6, 0, false",
    "CROSS, 0.9, 0.1, true",
    "CROSS, 0.6, 0.6, false",
    "STRIPES, 0.5, 0.3, true",
    "STRIPES, 0.2, 0.3, false",
    "CHECKERS, 0.2, -0.2, true",
    "CHECKERS, 0.2, 0.2, false",
  })
  void contains_point_fitsTheFigure(Shape shape, double x, double y, boolean inside) {
    assertThat(shape.contains(x, y)).isEqualTo(inside);
  }

  @ParameterizedTest
  @EnumSource
  void contains_farPoint_isOutside(Shape shape) {
    assertThat(shape.contains(1.1, 0)).isFalse();
    assertThat(shape.contains(-0.9, 0.9)).isFalse();
  }
}
