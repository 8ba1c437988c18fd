package io.github.greenscreen.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers come from scikit-learn; see {@code reference.py} among the test resources. */
final class PredictionsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.7166666666666667, 0.717948717948718, 0.6070539510986693",
    "1, 0.55, 0.5517126148705096, 0.8859031330871495",
    "2, 0.65, 0.6485857950974229, 0.8161284966677044",
    "3, 0.23333333333333334, 0.23341671878257242, 1.9453093960620753",
  })
  void scores_ofAMember_areThoseOfScikitLearn(
      int member, double accuracy, double f1, double logLoss) {
    check(Scores.of(ReferenceEnsemble.members().get(member)), accuracy, f1, logLoss);
  }

  @ParameterizedTest
  @CsvSource({
    "MEAN, 0.7333333333333333, 0.7272302860538155, 0.7587136170886802",
    "ACCURACY, 0.8666666666666667, 0.8660676080445014, 0.668276608046062",
    "OPTIMISED, 0.8166666666666667, 0.8177719193631067, 0.5490223677884561",
  })
  void scores_ofAnEnsemble_areThoseOfScikitLearn(
      Combination how, double accuracy, double f1, double logLoss) {
    List<Predictions> members = ReferenceEnsemble.members();

    Scores scores = Scores.of(Predictions.mean(members, how.weights(members)));

    check(scores, accuracy, f1, logLoss);
  }

  @Test
  void mean_weighted_isAsByHand() {
    int[] labels = {1};
    Predictions one = new Predictions(labels, List.of(new double[] {0.75, 0.25}));
    Predictions other = new Predictions(labels, List.of(new double[] {0.25, 0.75}));

    Predictions mean = Predictions.mean(List.of(one, other), List.of(0.25, 0.75));

    assertThat(mean.ofTruth()).containsExactly(0.625);
  }

  @Test
  void mean_memberWithoutWeight_hasNoInfluence() {
    int[] labels = {0};
    Predictions one = new Predictions(labels, List.of(new double[] {0.75, 0.25}));
    Predictions broken = new Predictions(labels, List.of(new double[] {Double.NaN, Double.NaN}));

    Predictions mean = Predictions.mean(List.of(one, broken), List.of(1.0, 0.0));

    assertThat(mean.ofTruth()).containsExactly(0.75);
  }

  @Test
  void ofTruth_impossibleOrUnknown_isTheSmallestProbability() {
    Predictions wrong =
        new Predictions(
            new int[] {0, 1}, List.of(new double[] {0, 1}, new double[] {0.5, Double.NaN}));

    assertThat(wrong.ofTruth()).containsExactly(1e-100, 1e-100);
    assertThat(wrong.logLoss()).isCloseTo(100 * Math.log(10), within(1e-12));
  }

  @Test
  void accuracy_equallyProbableClasses_predictsTheFirst() {
    List<double[]> even = List.of(new double[] {0.5, 0.5}, new double[] {0.5, 0.5});

    assertThat(new Predictions(new int[] {0, 1}, even).accuracy()).isEqualTo(0.5);
  }

  @Test
  void predictions_ofOtherImagesThanLabels_areRefused() {
    int[] labels = {0, 1};
    List<double[]> one = List.of(new double[] {1, 0});

    assertThatThrownBy(() -> new Predictions(labels, one)).hasMessage("2 labels of 1 predictions");
  }

  private static void check(Scores scores, double accuracy, double f1, double logLoss) {
    assertThat(scores.accuracy()).isCloseTo(accuracy, within(1e-15));
    assertThat(scores.macroF1()).isCloseTo(f1, within(1e-12));
    assertThat(scores.logLoss()).isCloseTo(logLoss, within(1e-9));
  }
}
