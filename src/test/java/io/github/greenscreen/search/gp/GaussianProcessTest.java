package io.github.greenscreen.search.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Expected numbers come from reference.py in the test resources beside this package. */
class GaussianProcessTest {
  static final double[][] POINTS = {
    {0.1, 0, 0.5}, {0.4, 1, 0.2}, {0.9, 2, 0.7}, {0.3, 0, 0.9}, {0.6, 1, 0.1}
  };
  static final double[] OBSERVED = {1.5, -0.3, 2.2, 0.8, -1.1};
  static final boolean[] NAMED = {false, true, false};
  static final KernelHyperparameters PARAMETERS =
      new KernelHyperparameters(new double[] {4.0, 0.8, 1.5}, 1.3, 0.05);

  private final GaussianProcess process = GaussianProcess.with(POINTS, NAMED, OBSERVED, PARAMETERS);

  @Test
  void predict_knownHyperparameters_isTheReference() {
    Prediction first = process.predict(new double[] {0.5, 1, 0.4});
    assertThat(first.mean()).isCloseTo(-0.33204921882705396, within(1e-10));
    assertThat(first.deviation()).isCloseTo(0.4875395219215169, within(1e-10));
    Prediction second = process.predict(new double[] {0.2, 3, 0.8});
    assertThat(second.mean()).isCloseTo(0.8888698004238449, within(1e-10));
    assertThat(second.deviation()).isCloseTo(1.0764289538777614, within(1e-10));
  }

  @Test
  void leaveOneOutResiduals_always_areThoseOfFittingWithoutEach() {
    assertThat(process.leaveOneOutResiduals())
        .containsExactly(
            new double[] {
              0.890496360290584,
              0.32947430332632577,
              2.1958231178911523,
              -0.6012003986498148,
              -1.073990499254595
            },
            within(1e-10));
  }

  @Test
  void believing_furtherPoints_keepsTheMeanAndLosesDoubt() {
    double[] place = {0.5, 1, 0.4};
    double[] elsewhere = {0.2, 3, 0.8};
    GaussianProcess believing = process.believing(new double[][] {place});
    assertThat(believing.predict(elsewhere).mean())
        .isCloseTo(process.predict(elsewhere).mean(), within(1e-9));
    assertThat(believing.predict(place).mean())
        .isCloseTo(process.predict(place).mean(), within(1e-9));
    assertThat(believing.predict(place).deviation())
        .isLessThan(0.6 * process.predict(place).deviation());
  }

  /** A density in units a tenth as large is a tenth as high for each observation. */
  @Test
  void evidence_otherUnits_changesByTheirSizeAlone() {
    double[] tenfold = Arrays.stream(OBSERVED).map(value -> 10 * value).toArray();
    GaussianProcess other = GaussianProcess.with(POINTS, NAMED, tenfold, PARAMETERS);
    assertThat(other.evidence())
        .isCloseTo(process.evidence() - OBSERVED.length * Math.log(10), within(1e-9));
    assertThat(other.spread()).isCloseTo(10 * process.spread(), within(1e-9));
  }

  @Test
  void predict_missingCoordinates_areLikeAnotherName() {
    Prediction prediction = process.predict(new double[] {0.5, Double.NaN, 0.4});
    assertThat(prediction.mean()).isEqualTo(process.predict(new double[] {0.5, 7, 0.4}).mean());
  }

  @Test
  void fit_coordinateThatDoesNotMatter_isFoundOut() {
    Random random = new Random(1);
    double[][] points = new double[40][];
    double[] observed = new double[40];
    for (int i = 0; i < points.length; i++) {
      points[i] = new double[] {random.nextDouble(), random.nextDouble()};
      observed[i] = Math.sin(6 * points[i][0]);
    }
    GaussianProcess fitted = GaussianProcess.fit(points, new boolean[] {false, false}, observed);
    for (double other : new double[] {0.1, 0.9}) {
      assertThat(fitted.predict(new double[] {0.35, other}).mean())
          .isCloseTo(Math.sin(2.1), within(0.02));
    }
  }

  @Test
  void fit_oneObservationOrEqualOnes_expectsThem() {
    double[][] one = {{0.5}};
    boolean[] ordered = {false};
    assertThat(GaussianProcess.fit(one, ordered, new double[] {7}).predict(one[0]).mean())
        .isEqualTo(7);
    double[][] three = {{0.5}, {0.5}, {0.9}};
    assertThat(
            GaussianProcess.fit(three, ordered, new double[] {7, 7, 7})
                .predict(new double[] {0.1})
                .mean())
        .isEqualTo(7);
  }
}
