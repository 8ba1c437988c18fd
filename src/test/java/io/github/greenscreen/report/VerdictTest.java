package io.github.greenscreen.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class VerdictTest {
  private static final Offset<Double> EXACT = Offset.offset(1e-12);

  @Test
  void evidence_finalRunOfAsManyEpochs_comesFromIt() {
    Verdict verdict = verdict(ReportFixture.withFinal(ReportFixture.study(40, true)));

    Verdict.Evidence energy = verdict.evidence(Figure.ENERGY);

    assertThat(energy.origin()).isEqualTo("final run 099");
    assertThat(energy.value()).isEqualTo(verdict.finalRun().orElseThrow().energyWh());
    assertThat(verdict.change(Figure.ENERGY))
        .isEqualTo(energy.value() - verdict.baseline().orElseThrow().energyWh());
    assertThat(verdict.change(Figure.ACCURACY)).isPositive();
  }

  @Test
  void evidence_noRunOfThisConfiguration_isExpected() {
    Verdict verdict = verdict(ReportFixture.input(ReportFixture.study(20, true)));
    assertThat(verdict.isSourceRecommended()).isFalse();

    assertThat(verdict.evidence(Figure.ENERGY))
        .isEqualTo(
            new Verdict.Evidence(
                verdict.best().prediction().orElseThrow().value(), "expected", true));
    assertThat(verdict.evidence(Figure.TIME).origin()).isEqualTo("run " + verdict.best().source());
  }

  @Test
  void expected_carbon_isThatOfTheExpectedEnergy() {
    Verdict verdict = verdict(ReportFixture.input(ReportFixture.study(40, true)));
    double energy = verdict.expected(Figure.ENERGY).orElseThrow().high();

    assertThat(verdict.expected(Figure.CARBON).orElseThrow().high())
        .isCloseTo(verdict.story().analysis().carbon().grams(energy), EXACT);
  }

  @Test
  void expected_noMeter_isTime() {
    Verdict verdict = verdict(ReportFixture.input(ReportFixture.study(40, false)));

    assertThat(verdict.expected(Figure.ENERGY)).isEmpty();
    assertThat(verdict.expected(Figure.TIME).orElseThrow().value())
        .isCloseTo(verdict.best().prediction().orElseThrow().value(), EXACT);
    assertThat(verdict.change(Figure.ENERGY)).isNaN();
  }

  @Test
  void change_baselineEstimated_isUnknownForEnergyAlone() {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(40, true));
    runs.set(0, ReportFixture.estimated(runs.get(0)));
    Verdict verdict = verdict(ReportFixture.input(runs));

    assertThat(verdict.change(Figure.ENERGY)).isNaN();
    assertThat(verdict.change(Figure.CARBON)).isNaN();
    assertThat(verdict.change(Figure.TIME)).isFinite();
  }

  private static Verdict verdict(ReportInput input) {
    return new Verdict(Story.of(input), input.analysis().best().orElseThrow());
  }
}
