package io.github.greenscreen.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuartileBinsTest {

  @Test
  void form_aRunForEachValue_makesFourGroupsNamedByTheirMiddle() {
    List<String> values = IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList();
    int[] runs = new int[12];
    Arrays.fill(runs, 1);
    QuartileBins.Grouping groups = new QuartileBins(values, runs, OptionalInt.of(5)).form();
    assertThat(groups.levels()).containsExactly("6", "2", "8", "11");
    assertThat(groups.groupOf()).containsExactly(1, 1, 1, 0, 0, 0, 2, 2, 2, 3, 3, 3);
    assertThat(groups.words()).isEqualTo("4 to 6 as 6, 1 to 3 as 2, 7 to 9 as 8, 10 to 12 as 11");
  }

  @Test
  void form_mostRunsOfOneValue_keepsThemTogether() {
    QuartileBins.Grouping groups =
        new QuartileBins(List.of("1", "2", "3"), new int[] {1, 20, 1}, OptionalInt.empty()).form();
    assertThat(groups.levels()).containsExactly("1", "2", "3");
  }

  @Test
  void coarse_factorOfFewOrOftenRepeatedValues_staysAsItIs() {
    Factor few = factor(IntStream.range(0, 40).map(i -> i % 10).toArray());
    assertThat(few.coarse()).isSameAs(few);
    Factor repeated = factor(IntStream.range(0, 60).map(i -> i % 20).toArray());
    assertThat(repeated.coarse()).isSameAs(repeated);
  }

  @Test
  void coarse_factorOfARange_hasFourLevelsThatRunsHave() {
    Factor factor = factor(IntStream.range(0, 40).toArray()).coarse();
    assertThat(factor.levels()).containsExactly("0", "14", "24", "34");
    assertThat(Arrays.stream(factor.indicator(1)).sum()).isEqualTo(10);
    assertThat(factor.grouping()).startsWith("0 to 9 as 0, 10 to 19 as 14");
  }

  @Test
  void coarse_runsWithoutTheParameter_keepTheirLevel() {
    List<Configuration> runs = new ArrayList<>(configurations(IntStream.range(0, 20).toArray()));
    runs.add(SampleRuns.configuration("q", "1"));
    Factor factor = Factor.of("p", runs, runs.get(0)).coarse();
    assertThat(factor.levels()).hasSize(5).endsWith(Factor.UNSET);
    assertThat(Arrays.stream(factor.indicator(4)).sum()).isEqualTo(1);
  }

  private static Factor factor(int... values) {
    List<Configuration> runs = configurations(values);
    return Factor.of("p", runs, runs.get(0));
  }

  private static List<Configuration> configurations(int... values) {
    return Arrays.stream(values)
        .mapToObj(value -> SampleRuns.configuration("p", Integer.toString(value)))
        .toList();
  }
}
