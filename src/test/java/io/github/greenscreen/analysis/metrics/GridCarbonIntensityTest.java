package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridCarbonIntensityTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @Test
  void values_all_areTheNumbersOfTheSource() {
    assertThat(table(2025))
        .isEqualTo("WORLD 458, EU 210, CN 525, DK 114, FI 57, IE 257, NO 28, SE 35, US 384");
    assertThat(table(2024))
        .isEqualTo(
            "AT 103, AU 552, CA 175, CH 37, DE 336, FR 44, GB 211, IN 708, JP 482, NL 253, PL 615");
  }

  @ParameterizedTest
  @CsvSource({
    "DE, DE",
    "de, DE",
    "DEU, DE",
    "Germany, DE",
    "' germany ', DE",
    "uk, GB",
    "EU-27, EU",
    "eu, EU",
    "united states, US",
    "world, WORLD"
  })
  void find_codeOrNameInAnyCase_isThePlace(String text, GridCarbonIntensity expected) {
    assertThat(GridCarbonIntensity.find(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ES", "XX", "D", "Germny"})
  void find_anythingElse_isEmpty(String text) {
    assertThat(GridCarbonIntensity.find(text)).isEmpty();
  }

  @Test
  void find_turkishLocale_stillKnowsIndia() {
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));

    assertThat(GridCarbonIntensity.find("in")).contains(GridCarbonIntensity.IN);
    assertThat(GridCarbonIntensity.find("ireland")).contains(GridCarbonIntensity.IE);
  }

  @Test
  void hint_misspelledName_isTheNearest() {
    assertThat(GridCarbonIntensity.hint("Swedn")).isEqualTo(" (did you mean \"Sweden\"?)");
    assertThat(GridCarbonIntensity.hint("XX")).isEmpty();
  }

  @Test
  void country_besidesTheTable_isNamedInEnglish() {
    Locale.setDefault(Locale.GERMANY);

    assertThat(GridCarbonIntensity.country("esp")).contains("Spain");
    assertThat(GridCarbonIntensity.country("Spain")).contains("Spain");
    assertThat(GridCarbonIntensity.country("XX")).isEmpty();
  }

  private static String table(int year) {
    return Arrays.stream(GridCarbonIntensity.values())
        .filter(grid -> grid.year() == year)
        .map(grid -> grid + " " + grid.gramsPerKwh())
        .collect(Collectors.joining(", "));
  }
}
