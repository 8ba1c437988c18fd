package io.github.greenscreen.data.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LargestRemainderTest {
  @Test
  void divide_evenShares_isExact() {
    assertThat(LargestRemainder.divide(10_000, 80, 10, 10)).containsExactly(8000, 1000, 1000);
  }

  @Test
  void divide_unevenShares_roundsLargestRemaindersUp() {
    assertThat(LargestRemainder.divide(12, 90, 5, 5)).containsExactly(11, 1, 0);
    assertThat(LargestRemainder.divide(10, 70, 15, 15)).containsExactly(7, 2, 1);
  }

  @Test
  void divide_largeNumbers_doesNotOverflow() {
    assertThat(LargestRemainder.divide(2_000_000_000, 2_000_000_000, 2_000_000_000))
        .containsExactly(1_000_000_000, 1_000_000_000);
  }
}
