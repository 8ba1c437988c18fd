package io.github.greenscreen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FastDecimalFormatTest {
  private static final MathContext TEN = new MathContext(10);

  @Test
  void of_anyNumber_isWhatExactArithmeticSpells() {
    Random random = new Random(4);
    int spelled = 0;
    for (int i = 0; i < 200_000; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(16) - 5);
      if (i % 3 == 0) {
        value = new BigDecimal(value).round(new MathContext(1 + random.nextInt(11))).doubleValue();
      }
      String plain = FastDecimalFormat.of(value);
      if (!plain.isEmpty()) {
        spelled++;
        assertThat(plain).isEqualTo(exact(value));
      }
    }
    assertThat(spelled).isGreaterThan(100_000);
  }

  @Test
  void of_edges_isExactOrLeftToExactArithmetic() {
    for (double value :
        new double[] {
          1,
          -1,
          0.1,
          10,
          9.9999999999,
          99999.999995,
          0.0001,
          0.00099999999995,
          999999999,
          123456789.5,
          0.99999999995,
          1.00000000005,
          1.00000000006,
          2.5,
          1e8,
          0.3,
          100000.00001
        }) {
      assertThat(FastDecimalFormat.of(value)).isIn(exact(value), "");
    }
    assertThat(FastDecimalFormat.of(2.5)).isEqualTo("2.5");
    assertThat(FastDecimalFormat.of(100)).isEqualTo("100");
    assertThat(FastDecimalFormat.of(1.0000000005)).as("too close to the middle").isEmpty();
    assertThat(FastDecimalFormat.of(Double.NaN)).isEmpty();
    assertThat(FastDecimalFormat.of(1e-5)).isEmpty();
    assertThat(FastDecimalFormat.of(1e300)).isEmpty();
  }

  private static String exact(double value) {
    return new BigDecimal(value).round(TEN).stripTrailingZeros().toPlainString();
  }
}
