package io.github.greenscreen.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Expected numbers are those of {@code reference.R} beside the tests of the race, which integrates
 * over the prior.
 */
class AnytimeTTestTest {
  private static final Percentage SIX_DIGITS = Percentage.withPercentage(1e-4);

  @ParameterizedTest
  @CsvSource({
    "0, 5, 0.3015113446",
    "1.5, 5, 0.8122805814",
    "3, 5, 3.605405169",
    "-6, 5, 21.38998013",
    "2, 2, 1.242259987",
    "4, 10, 24.03906459",
    "7, 12, 1969.280084",
    "2.5, 30, 2.26869758"
  })
  void evidence_ofT_equalsTheIntegral(double t, int n, double expected) {
    assertThat(AnytimeTTest.evidence(t, n)).isCloseTo(expected, SIX_DIGITS);
  }

  @Test
  void evidence_infiniteT_hasALimit() {
    assertThat(AnytimeTTest.evidence(Double.POSITIVE_INFINITY, 5)).isCloseTo(121, SIX_DIGITS);
    assertThat(AnytimeTTest.evidence(1e9, 5)).isCloseTo(121, SIX_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0.05, 5.82523386",
    "10, 0.05, 3.86997243",
    "7, 0.025, 5.1892844",
    "10, 0.0125, 4.90344361",
    "20, 0.005555555555555556, 4.52350817"
  })
  void critical_ofN_hasTheEvidenceThatIsNeeded(int n, double level, double expected) {
    double critical = AnytimeTTest.critical(n, level);

    assertThat(critical).isCloseTo(expected, SIX_DIGITS);
    assertThat(AnytimeTTest.evidence(critical, n)).isCloseTo(1 / level, SIX_DIGITS);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 4", "0.025, 5", "0.0125, 5", "0.005555555555555556, 6"})
  void critical_tooFewValues_isInfinite(double level, int fewest) {
    assertThat(AnytimeTTest.fewest(level)).isEqualTo(fewest);
    assertThat(AnytimeTTest.critical(fewest, level)).isFinite();
    assertThat(AnytimeTTest.critical(fewest - 1, level)).isInfinite();
    assertThat(AnytimeTTest.critical(1, level)).isInfinite();
  }
}
