package io.github.greenscreen.training.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExceedingAmountTest {
  @ParameterizedTest
  @CsvSource({
    "7265.4, 7200, 0, 7265",
    "1.3, 1, 0, 1.3",
    "1.6, 1, 0, 2",
    "1.04, 1, 0, 1.04",
    "1.0000000004, 1, 0, 1.0000000004",
    "260, 250, 1, 260.0",
    "250.04, 250, 1, 250.04",
    "250.06, 250.04, 1, 250.1",
    "2e-9, 1e-9, 0, 0.000000002",
    "1e22, 1e21, 0, 10000000000000000000000"
  })
  void withDecimals_anyNumber_readsAsLarger(double found, double most, int least, String text) {
    assertThat(ExceedingAmount.withDecimals(found, most, least)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "1.25, 1, 1.25",
    "1.00004, 1, 1.00004",
    "10.5, 10, 10.5",
    "12345.4, 12345, 12350",
    "12343.4, 12343, 12343.4",
    "123456, 1000, 123500",
    "0.100000001, 0.1, 0.100000001"
  })
  void rounded_anyNumber_readsAsLarger(double found, double most, String text) {
    assertThat(ExceedingAmount.rounded(found, most)).isEqualTo(text);
  }
}
