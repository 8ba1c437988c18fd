package io.github.greenscreen.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.space.Configuration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactorTest {

  @Test
  void of_numbers_putsTheReferenceFirstAndSortsBySize() {
    assertThat(factor("32", "128", "4", "32", "16").levels())
        .containsExactly("32", "4", "16", "128");
  }

  @Test
  void of_words_putsTheReferenceFirstAndSortsByLetter() {
    assertThat(factor("mixup", "None", "random", "cutmix").levels())
        .containsExactly("mixup", "None", "cutmix", "random");
  }

  @Test
  void of_spellingsOfOneValue_areOneLevel() {
    assertThat(factor("8.0e-4", "0.0008", "0.01", "1e-2").levels())
        .containsExactly("8.0e-4", "0.01");
    assertThat(factor("None", "none", "NONE", "x").levels()).containsExactly("None", "x");
    assertThat(factor("0.0", "0", "-0.0").levels()).containsExactly("0.0");
  }

  @Test
  void of_referenceThatNoRunHas_startsWithTheSmallest() {
    Factor factor = Factor.of("p", configurations("4", "2"), SampleRuns.configuration("p", "64"));

    assertThat(factor.levels()).containsExactly("2", "4");
  }

  @Test
  void of_runWithoutTheParameter_hasALevelOfItsOwn() {
    List<Configuration> runs =
        List.of(SampleRuns.configuration("p", "1"), SampleRuns.configuration("q", "1"));

    assertThat(Factor.of("p", runs, runs.get(0)).levels()).containsExactly("1", Factor.UNSET);
  }

  @Test
  void indicator_marksTheRunsOfALevel() {
    assertThat(factor("a", "b", "a", "B").indicator(0)).containsExactly(1, 0, 1, 0);
  }

  private static Factor factor(String... values) {
    List<Configuration> runs = configurations(values);
    return Factor.of("p", runs, runs.get(0));
  }

  private static List<Configuration> configurations(String... values) {
    return Arrays.stream(values).map(value -> SampleRuns.configuration("p", value)).toList();
  }
}
