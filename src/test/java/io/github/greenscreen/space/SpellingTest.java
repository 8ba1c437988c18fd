package io.github.greenscreen.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
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
    assertThat(Spelling.distance(first, second)).isEqualTo(expected);
    assertThat(Spelling.distance(second, first)).isEqualTo(expected);
  }

  @Test
  void nearest_smallSlip_findsTheWord() {
    assertThat(Spelling.nearest("mixupp", WORDS)).contains("mixup");
    assertThat(Spelling.nearest("cutmx", WORDS)).contains("cutmix");
    assertThat(Spelling.nearest("RANDOM", WORDS)).contains("random");
  }

  @Test
  void nearest_farWordOrNoCandidates_isEmpty() {
    assertThat(Spelling.nearest("rotate", WORDS)).isEmpty();
    assertThat(Spelling.nearest("mixup", List.of())).isEmpty();
    assertThat(Spelling.nearest("", WORDS)).isEmpty();
  }

  @Test
  void hint_nearWord_isInBracketsAfterABlank() {
    assertThat(Spelling.hint("mixupp", WORDS)).isEqualTo(" (did you mean \"mixup\"?)");
    assertThat(Spelling.hint("rotate", WORDS)).isEmpty();
  }
}
