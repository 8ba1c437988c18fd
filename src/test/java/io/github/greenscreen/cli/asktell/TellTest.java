package io.github.greenscreen.cli.asktell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that other programs report. */
class TellTest extends AskTellFixture {
  @Test
  void tell_nonsense_isRefused() throws IOException {
    assertThat(cli.run("tell --runs @/mine {\"trial\":1}").err())
        .isEqualTo(
            "greenscreen: @/mine holds no ask/tell study; start one with 'greenscreen ask'\n");
    assertThat(cli.run(ASK).code()).isZero();
    assertThat(cli.run("tell --runs @/mine {\"trial\":7}").err())
        .isEqualTo("greenscreen: trial 7 was not suggested; expected one of 1 to 1\n");
    assertThat(cli.run("tell --runs @/mine {\"trail\":1}").err())
        .isEqualTo(
            "greenscreen: tell: unknown key \"trail\"; expected one of trial, "
                + "configuration, state, metrics (did you mean \"trial\"?)\n");
    assertThat(cli.run("tell --runs @/mine {\"trial\":1,\"state\":\"done\"}").err())
        .isEqualTo(
            "greenscreen: tell: state is \"done\"; expected one of completed, stopped, failed\n");
    assertThat(cli.run("tell --runs @/mine {\"trial\":1,\"state\":\"pending\"}").code())
        .isEqualTo(2);
  }

  @Test
  void tell_completedWithoutTheObjective_isRefused() throws IOException {
    cli.configure("metric: {name: val_accuracy, goal: maximize}\n");
    assertThat(cli.run(ASK).code()).isZero();

    Outcome outcome = cli.run("tell --runs @/mine {\"trial\":1,\"metrics\":{\"val_acuracy\":0.5}}");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: trial 1 was reported as completed without its objective "
                + "val_accuracy (found val_acuracy); add it to metrics, or report state failed\n");
    assertThat(
            cli.run("tell --runs @/mine {\"trial\":1,\"metrics\":{\"val_accuracy\":null}}").out())
        .isEqualTo("{\"trial\":1,\"state\":\"completed\"}\n");
  }

  @Test
  void tell_triedUnasked_isSpelledAsTheSpaceDoes() throws IOException {
    assertThat(cli.run(ASK).code()).isZero();
    cli.run(
        "tell --runs @/mine"
            + " {\"configuration\":{\"lr\":0.0008,\"batch_size\":32},\"metrics\":{\"val_accuracy\":0.5}}");

    assertThat(study().trials().get(1))
        .satisfies(
            trial -> {
              assertThat(trial.configuration().get("lr")).isEqualTo("8.0e-4");
              assertThat(trial.configuration().get("epochs")).isEqualTo("2");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "lrr":0.01,"batch_size":4        | the search space has no parameter "lrr"; expected one of batch_size, lr, precision, model, dataset, epochs, seed (did you mean "lr"?)
          "lr":0.5                         | lr has no value "0.5"; expected one of 0.01, 8.0e-4
          "lr":0.01,"epochs":3             | epochs has no value "3"; expected one of 2
          "lr":0.01,"precision":"float32"  | the configuration has no value for batch_size; add it
          """)
  void tell_triedOutsideTheSpace_isRefused(String values, String sentence) throws IOException {
    assertThat(cli.run(ASK).code()).isZero();

    Outcome outcome =
        cli.run(
            "tell --runs @/mine {\"configuration\":{"
                + values.strip()
                + "},\"metrics\":{\"val_accuracy\":0.5}}");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("greenscreen: tell: " + sentence + "\n");
  }

  @Test
  void tell_linesOfWhichSomeAreWrong_namesThemAndRecordsTheOthers() throws IOException {
    config("method: grid\nparameters: {depth: {min: 1, max: 9}}\n");
    cli.run(ASK + " -n 4");

    Outcome outcome =
        tell(
            """
            {"trial":1,"metrics":{"loss":1}}\r

            {"trial":2,"metrics":{"loss":"much"}}
            {"trial":3}
            {"trial":4}
            {"trial":5}
            loss 1
            """);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out())
        .isEqualTo(
            """
            {"trial":1,"state":"completed"}
            {"trial":3,"state":"completed"}
            {"trial":4,"state":"completed"}
            """);
    assertThat(outcome.err())
        .isEqualTo(
            """
            greenscreen: tell: line 3: loss is "much"; expected a number
            greenscreen: tell: line 6: trial 5 was not suggested; expected one of 1 to 4
            greenscreen: tell: line 7: found "loss 1"; expected a JSON object such as {"trial":1,"metrics":{"val_accuracy":0.91}}
            greenscreen: tell: lines 1, 4-5 were recorded; lines 3, 6-7 were refused: correct and report only them again
            """);
    assertThat(study().trials()).extracting(trial -> trial.state().name()).contains("PENDING");
  }

  @Test
  void tell_severalArguments_areNumbered() throws IOException {
    config("method: grid\nparameters: {depth: {min: 1, max: 9}}\n");
    cli.run(ASK);

    Outcome outcome = cli.run("tell --runs @/mine {\"trial\":9} {\"trial\":8}");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            """
            greenscreen: tell: argument 1: trial 9 was not suggested; expected one of 1 to 1
            greenscreen: tell: argument 2: trial 8 was not suggested; expected one of 1 to 1
            greenscreen: tell: nothing was recorded; arguments 1-2 were refused: correct and report only them again
            """);
  }

  @Test
  void tell_linesWithoutAStudy_areRefusedOnce() {
    assertThat(tell("{\"trial\":1}\n{\"trial\":2}\n").err())
        .isEqualTo(
            "greenscreen: @/mine holds no ask/tell study; start one with 'greenscreen ask'\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "NaN",
        "nan",
        "-nan",
        "Infinity",
        "-Infinity",
        "\"NaN\"",
        "\"nan\"",
        "\"inf\"",
        "\"-Infinity\"",
        "\"+inf\"",
        "inf",
        "1e999",
        "-1e999",
        "\"1e999\"",
        "\"Inf\"",
        "\".inf\"",
        "\"-.INF\"",
        "\"1.#QNAN\"",
        "\"-1.#IND00\"",
        "-nan(ind)",
        "\"\"",
        "\"NA\"",
        "\"<NA>\"",
        "None",
        "\"None\"",
        "\"n/a\"",
        "1e99999999999"
      })
  void tell_noFiniteNumber_isNoResult(String value) throws IOException {
    config("metric: {name: loss}\nparameters: {depth: {values: [1, 2]}}\n");
    cli.run(ASK);

    Outcome outcome = tell("{\"trial\":1,\"metrics\":{\"loss\":" + value + ",\"b\":2}}");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).isEqualTo("{\"trial\":1,\"state\":\"completed\"}\n");
    assertThat(study().trials().get(0).metric("loss")).isEmpty();
    assertThat(study().trials().get(0).metric("b")).hasValue(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          true    | true
          "high"  | high
          [1,2]   | [1,2]
          """)
  void tell_metricThatIsNoNumber_isRefused(String value, String found) throws IOException {
    config("parameters: {depth: {values: [1, 2]}}\n");
    cli.run(ASK);

    assertThat(tell("{\"trial\":1,\"metrics\":{\"a b\":" + value.strip() + "}}").err())
        .startsWith("greenscreen: tell: line 1: a b is \"" + found + "\"; expected a number\n");
  }

  @Test
  void tell_withoutAnObjectiveInTheFile_takesAnyMetrics() throws IOException {
    config("method: random\nparameters: {depth: {values: [1, 2]}}\n");
    cli.run(ASK);

    assertThat(tell("{\"trial\":1,\"metrics\":{\"loss\":0.5}}").code()).isZero();
  }

  @Test
  void tell_suggestionSentBack_isItsTrial() throws IOException {
    config("method: grid\nparameters: {on: {values: [true, false]}, k: {values: ['1', 2]}}\n");
    cli.run(ASK + " -n 3");

    assertThat(
            tell("{\"trial\":1,\"configuration\":{\"on\":\"True\",\"k\":1},\"metrics\":{}}").out())
        .isEqualTo("{\"trial\":1,\"state\":\"completed\"}\n");
    assertThat(tell("{\"configuration\":{\"on\":true,\"k\":2}}").out())
        .isEqualTo("{\"trial\":2,\"state\":\"completed\"}\n");
    assertThat(tell("{\"trial\":3,\"configuration\":{\"on\":true,\"k\":2}}").err())
        .startsWith(
            "greenscreen: tell: line 1: trial 3 was suggested with on false, but the report has "
                + "true; leave out trial to report another configuration\n");
  }
}
