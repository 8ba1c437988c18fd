package io.github.greenscreen.run.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassCountsTest {
  private static final List<ClassCounts> THREE =
      ClassCounts.of(
          new long[] {
            3, 0, 1,
            1, 1, 1,
            0, 1, 2,
          },
          3);

  @Test
  void of_matrix_countsRowsColumnsAndTheDiagonal() {
    assertThat(THREE)
        .containsExactly(
            new ClassCounts(4, 4, 3), new ClassCounts(3, 2, 1), new ClassCounts(3, 4, 2));
  }

  @Test
  void scores_ofAClass_areAsByHand() {
    ClassCounts second = THREE.get(1);

    assertThat(second.precision()).isEqualTo(0.5);
    assertThat(second.recall()).isEqualTo(1.0 / 3);
    assertThat(second.f1()).isCloseTo(2 * 0.5 / 3 / (0.5 + 1.0 / 3), within(1e-15));
    assertThat(ClassCounts.macroF1(THREE)).isCloseTo((0.75 + 0.4 + 4.0 / 7) / 3, within(1e-15));
  }

  /** Missing is never zero; scikit-learn would say 0. */
  @Test
  void scores_zeroByZero_areUnknown() {
    ClassCounts neverPredicted = new ClassCounts(5, 0, 0);
    assertThat(neverPredicted.precision()).isNaN();
    assertThat(neverPredicted.recall()).isZero();
    assertThat(neverPredicted.f1()).isZero();

    ClassCounts withoutImages = new ClassCounts(0, 5, 0);
    assertThat(withoutImages.precision()).isZero();
    assertThat(withoutImages.recall()).isNaN();
    assertThat(withoutImages.f1()).isZero();

    ClassCounts nowhere = new ClassCounts(0, 0, 0);
    assertThat(nowhere.f1()).isNaN();
    assertThat(ClassCounts.macroF1(List.of(new ClassCounts(1, 1, 1), nowhere))).isEqualTo(1);
    assertThat(ClassCounts.macroF1(List.of(nowhere))).isNaN();
  }
}
