package io.github.greenscreen.report.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.report.ReportFixture;
import io.github.greenscreen.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class RecommendationEvidenceTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Test
  void evidence_finalRunOfAsManyEpochs_comesFromIt() {
    RecommendationEvidence verdict =
        verdict(ReportFixture.withFinal(ReportFixture.study(40, true)));

    RecommendationEvidence.Evidence energy = verdict.evidence(DecisionMetric.ENERGY);

    assertThat(energy.origin()).isEqualTo("final run 099");
    assertThat(energy.value()).isEqualTo(verdict.finalRun().orElseThrow().energyWh());
    assertThat(verdict.change(DecisionMetric.ENERGY))
        .isEqualTo(energy.value() - verdict.baseline().orElseThrow().energyWh());
    assertThat(verdict.change(DecisionMetric.ACCURACY)).isPositive();
  }

  @Test
  void evidence_noRunOfThisConfiguration_isExpected() {
    RecommendationEvidence verdict = verdict(ReportFixture.input(ReportFixture.study(20, true)));
    assertThat(verdict.isSourceRecommended()).isFalse();

    assertThat(verdict.evidence(DecisionMetric.ENERGY))
        .isEqualTo(
            new RecommendationEvidence.Evidence(
                verdict.best().prediction().orElseThrow().value(), "expected", true));
    assertThat(verdict.evidence(DecisionMetric.TIME).origin())
        .isEqualTo("run " + verdict.best().source());
  }

  @Test
  void expected_carbon_isThatOfTheExpectedEnergy() {
    RecommendationEvidence verdict = verdict(ReportFixture.input(ReportFixture.study(40, true)));
    double energy = verdict.expected(DecisionMetric.ENERGY).orElseThrow().high();

    assertThat(verdict.expected(DecisionMetric.CARBON).orElseThrow().high())
        .isCloseTo(verdict.context().analysis().carbon().grams(energy), EXACT);
  }

  @Test
  void expected_noMeter_isTime() {
    RecommendationEvidence verdict = verdict(ReportFixture.input(ReportFixture.study(40, false)));

    assertThat(verdict.expected(DecisionMetric.ENERGY)).isEmpty();
    assertThat(verdict.expected(DecisionMetric.TIME).orElseThrow().value())
        .isCloseTo(verdict.best().prediction().orElseThrow().value(), EXACT);
    assertThat(verdict.change(DecisionMetric.ENERGY)).isNaN();
  }

  @Test
  void change_baselineEstimated_isUnknownForEnergyAlone() {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(40, true));
    runs.set(0, ReportFixture.estimated(runs.get(0)));
    RecommendationEvidence verdict = verdict(ReportFixture.input(runs));

    assertThat(verdict.change(DecisionMetric.ENERGY)).isNaN();
    assertThat(verdict.change(DecisionMetric.CARBON)).isNaN();
    assertThat(verdict.change(DecisionMetric.TIME)).isFinite();
  }

  private static RecommendationEvidence verdict(ReportInput input) {
    return new RecommendationEvidence(
        ReportContext.of(input), input.analysis().best().orElseThrow());
  }
}
