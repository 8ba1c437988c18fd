package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmissionFactorTest {
  @Test
  void grams_ofAKilowattHour_areTheFactorTimesThePue() {
    assertThat(EmissionFactor.world().grams(1000)).isEqualTo(458);
    assertThat(EmissionFactor.of(GridCarbonIntensity.DE, 1.5).grams(500)).isEqualTo(252);
    assertThat(EmissionFactor.stated(344, 1).grams(1)).isCloseTo(0.344, within(1e-12));
  }

  @Test
  void grams_ofUnknownEnergy_areUnknown() {
    assertThat(EmissionFactor.world().grams(Double.NaN)).isNaN();
  }

  @Test
  void factor_ofATableRow_namesYearAndSource() {
    assertThat(EmissionFactor.of(GridCarbonIntensity.DE, 1).factor())
        .isEqualTo(
            "336 gCO2e/kWh (Germany 2024, lifecycle, Ember / Our World in Data, CC BY 4.0), PUE"
                + " 1.0");
  }

  @Test
  void factor_thatWasStated_saysSo() {
    assertThat(EmissionFactor.stated(344.5, 1.25).factor())
        .isEqualTo("344.5 gCO2e/kWh (as specified by the user), PUE 1.25");
    assertThat(EmissionFactor.stated(300, 1).factor()).startsWith("300 gCO2e/kWh");
  }

  @Test
  void carbon_illegalNumbers_areRefused() {
    assertThatThrownBy(() -> EmissionFactor.stated(0, 1))
        .hasMessage("grid intensity is 0.0; expected grams per kWh above 0");
    assertThatThrownBy(() -> EmissionFactor.stated(Double.NaN, 1))
        .hasMessage("grid intensity is NaN; expected grams per kWh above 0");
    assertThatThrownBy(() -> EmissionFactor.of(GridCarbonIntensity.DE, 0.9))
        .hasMessage("PUE is 0.9; expected a number of at least 1");
  }
}
