package io.github.greenscreen.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
  private static final List<String> WORDS = List.of("None", "random", "mixup", "cutmix");

  @ParameterizedTest
  @CsvSource({
    "mixup, mixup, 0",
    "mixupp, mixup, 1",
    "mixpu, mixup, 1",
    "MIXUP, mixup, 0",
    "kitten, sitting, 3",
    "'', abc, 3",
    "ab, ba, 1",
    "ca, abc, 3",
  })
  void distance_twoWords_countsEdits(String first, String second, int expected) {
    assertThat(DidYouMean.distance(first, second)).isEqualTo(expected);
    assertThat(DidYouMean.distance(second, first)).isEqualTo(expected);
  }

  @Test
  void nearest_smallSlip_findsTheWord() {
    assertThat(DidYouMean.nearest("mixupp", WORDS)).contains("mixup");
    assertThat(DidYouMean.nearest("cutmx", WORDS)).contains("cutmix");
    assertThat(DidYouMean.nearest("RANDOM", WORDS)).contains("random");
  }

  @Test
  void nearest_farWordOrNoCandidates_isEmpty() {
    assertThat(DidYouMean.nearest("rotate", WORDS)).isEmpty();
    assertThat(DidYouMean.nearest("mixup", List.of())).isEmpty();
    assertThat(DidYouMean.nearest("", WORDS)).isEmpty();
  }

  @Test
  void hint_nearWord_isInBracketsAfterABlank() {
    assertThat(DidYouMean.hint("mixupp", WORDS)).isEqualTo(" (did you mean \"mixup\"?)");
    assertThat(DidYouMean.hint("rotate", WORDS)).isEmpty();
  }
}
