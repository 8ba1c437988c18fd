package io.github.greenscreen.search.stopper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopperConfigTest {
  @Test
  void parse_nameAlone_takesTheDefaults() {
    assertThat(create("asha")).isEqualTo(new AshaStopper(List.of(3, 9, 27), 3));
    assertThat(create("median")).isEqualTo(new MedianStopper(5, 3));
    assertThat(create("chance:classes=100")).isEqualTo(new RandomGuessStopper(4, 100, 0.01));
  }

  @Test
  void parse_options_areTaken() {
    assertThat(create("asha:rungs=1/5,eta=4")).isEqualTo(new AshaStopper(List.of(1, 5), 4));
    assertThat(create("median:grace=0, min_runs=1")).isEqualTo(new MedianStopper(0, 1));
    assertThat(create("chance:epochs=2,classes=10,margin=.05"))
        .isEqualTo(new RandomGuessStopper(2, 10, 0.05));
    assertThat(create("hyperband:min_iter=2,eta=4,strict=true"))
        .isEqualTo(HyperbandStopper.from(2, 4, true));
    assertThat(create("hyperband:min_iter=2,eta=4.,strict=True"))
        .isEqualTo(HyperbandStopper.from(2, 4, true));
    assertThat(create("chance:classes=10,margin=5e-2,epochs=2"))
        .isEqualTo(new RandomGuessStopper(2, 10, 0.05));
    assertThat(create("hyperband:max_iter=27,s=2"))
        .isEqualTo(HyperbandStopper.upTo(27, 2, 3, true));
  }

  @Test
  void create_hyperband_isStrictUnlessToldOtherwise() {
    assertThat(create("hyperband:min_iter=3")).isEqualTo(HyperbandStopper.from(3, 3, true));
    assertThat(create("hyperband:min_iter=3,strict=false"))
        .isEqualTo(HyperbandStopper.from(3, 3, false));
  }

  @Test
  void create_hyperbandWithMinAndMaxIter_countsFromMaxIter() {
    assertThat(create("hyperband:min_iter=3,max_iter=27,s=2"))
        .isEqualTo(new HyperbandStopper(List.of(3, 9), 3, true));
    assertThat(create("hyperband:min_iter=7,max_iter=19,s=2"))
        .isEqualTo(new HyperbandStopper(List.of(2, 6), 3, true));
  }

  @Test
  void create_wholeNumbersSpelledAsFloats_areTaken() {
    assertThat(create("hyperband:max_iter=2.7e1,s=2.0"))
        .isEqualTo(HyperbandStopper.upTo(27, 2, 3, true));
    assertThat(create("median:grace=5.,min_runs=3e0")).isEqualTo(new MedianStopper(5, 3));
  }

  @Test
  void firstEpoch_isWhereAStopperBeginsToJudge() {
    assertThat(create("hyperband:max_iter=27,s=2").firstEpoch()).isEqualTo(3);
    assertThat(create("asha:rungs=2/5").firstEpoch()).isEqualTo(2);
    assertThat(create("median:grace=5").firstEpoch()).isEqualTo(6);
    assertThat(create("chance:classes=10,epochs=4").firstEpoch()).isEqualTo(4);
  }

  @Test
  void withDefault_setsOnlyWhatIsUnsetAndKnown() {
    StopperConfig chance = StopperConfig.parse("chance:epochs=7");

    assertThat(chance.withDefault("classes", "10").withDefault("epochs", "1").create())
        .isEqualTo(new RandomGuessStopper(7, 10, 0.01));
    assertThat(StopperConfig.parse("asha").withDefault("classes", "10").options()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ashe               | unknown stopper "ashe"; expected one of hyperband, asha, median, chance (did you mean "asha"?)
          asha:rung=3        | asha: unknown option "rung"; expected one of rungs, eta (did you mean "rungs"?)
          asha:3             | asha: found "3", expected each OPTION=VALUE once, such as rungs=3
          asha:eta=3,eta=4   | asha: found "eta=4", expected each OPTION=VALUE once, such as rungs=3
          asha:rungs=9/3     | asha: rungs is "9/3"; expected ascending epochs from 1 such as 3/9/27
          asha:rungs=0       | asha: rungs is "0"; expected ascending epochs from 1 such as 3/9/27
          asha:eta=x         | asha: eta is "x"; expected a whole number such as 3
          chance             | chance needs classes
          chance:classes=10,margin=1% | chance: margin is "1%"; expected a number such as 0.01 or 3
          hyperband          | hyperband: expected either min_iter, or max_iter and s; found neither
          hyperband:min_iter=1,max_iter=3 | hyperband: max_iter is given without s; add s, the number of brackets, such as 2
          hyperband:max_iter=9 | hyperband: max_iter is given without s; add s, the number of brackets, such as 2
          hyperband:max_iter=9,s=1.5 | hyperband: s is "1.5"; expected a whole number such as 3
          hyperband:min_iter=-3 | hyperband: min_iter is "-3"; expected a whole number such as 3
          hyperband:min_iter=1e9 | hyperband: min_iter is "1e9"; expected a whole number such as 3
          hyperband:min_iter=1,strict=yes | hyperband: strict is "yes"; expected true or false
          """)
  void create_illegal_isExplained(String text, String sentence) {
    assertThatThrownBy(() -> create(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  private static Stopper create(String text) {
    return StopperConfig.parse(text).create();
  }
}
