package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.model.TrialReport;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialReportParserTest {
  @Test
  void parse_trialWithMetrics_leavesOutWhatIsNoNumber() {
    TrialReport told =
        TrialReportParser.parse(
            "{\"trial\": 3, \"metrics\": {\"val_accuracy\": 0.91, \"power_W\": null, \"loss\":"
                + " NaN}}");

    assertThat(told.trial()).hasValue(3);
    assertThat(told.state()).isEqualTo(Trial.State.COMPLETED);
    assertThat(told.metrics()).isEqualTo(Map.of("val_accuracy", 0.91));
    assertThat(told.unknown()).containsExactlyInAnyOrder("power_W", "loss");
  }

  @Test
  void parse_configuration_isOfNoTrial() {
    TrialReport told =
        TrialReportParser.parse("{\"configuration\":{\"lr\":0.1,\"model\":\"resnet20\"}}");

    assertThat(told.trial()).isEmpty();
    assertThat(told.configuration())
        .contains(Configuration.of(Map.of("lr", "0.1", "model", "resnet20")));
  }

  @Test
  void parse_nestedObjects_giveNamesWithDots() {
    TrialReport told =
        TrialReportParser.parse(
            "\ufeff{\"configuration\":{\"opt\":{\"lr\":1E-3,\"net\":{\"w\":[1,\"2\",null]}},\"a.b\":true,\"n\":\"5\"},"
                + "\t\"metrics\":{\"val\\/acc\":\"0.5\",\"m\":{\"x\":-1}}}");

    assertThat(told.configuration().orElseThrow().values())
        .isEqualTo(
            Map.of("opt.lr", "1E-3", "opt.net.w", "[1,\"2\",null]", "a.b", "true", "n", "\"5\""));
    assertThat(told.metrics()).isEqualTo(Map.of("val/acc", 0.5, "m.x", -1.0));
  }

  @Test
  void parse_suggestionWithItsResult_hasBoth() {
    TrialReport told =
        TrialReportParser.parse("{\"trial\":1.0,\"configuration\":{\"k\":1},\"metrics\":{}}");

    assertThat(told.trial()).hasValue(1);
    assertThat(told.configuration()).contains(Configuration.of(Map.of("k", "1")));
  }

  @Test
  void parse_nameTwice_isSaid() {
    assertThatThrownBy(() -> TrialReportParser.parse("{\"trial\":1,\"metrics\":{\"a\":1,\"a\":2}}"))
        .hasMessage("tell: a is given twice; give it once");
    assertThatThrownBy(
            () -> TrialReportParser.parse("{\"trial\":1,\"metrics\":{\"a.b\":1,\"a\":{\"b\":2}}}"))
        .hasMessage("tell: a.b is given twice; give it once");
  }

  @Test
  void parse_textThatIsNoObject_isQuotedInPart() {
    assertThatThrownBy(() -> TrialReportParser.parse("[" + "[".repeat(100_000)))
        .hasMessage(
            "tell: found \""
                + "[".repeat(80)
                + "…\"; expected a JSON object such as"
                + " {\"trial\":1,\"metrics\":{\"val_accuracy\":0.91}}");
    assertThatThrownBy(
            () -> TrialReportParser.parse("{\"metrics\":" + "{\"a\":".repeat(100_000) + "1"))
        .hasMessageStartingWith("tell: found \"{\"metrics\":{");
    assertThatThrownBy(() -> TrialReportParser.parse("{\"trial\":1} {\"trial\":2}"))
        .hasMessageStartingWith("tell: found \"{\"trial\":1} {\"trial\":2}\"; expected");
  }

  @Test
  void parse_nonsense_isSaid() {
    assertThatThrownBy(() -> TrialReportParser.parse("0.91"))
        .hasMessage(
            "tell: found \"0.91\"; expected a JSON object such as"
                + " {\"trial\":1,\"metrics\":{\"val_accuracy\":0.91}}");
    assertThatThrownBy(() -> TrialReportParser.parse("{\"trial\":1"))
        .hasMessageStartingWith("tell: found \"{\"trial\":1\"; expected a JSON object such as");
    assertThatThrownBy(() -> TrialReportParser.parse("{\"trial\":0}"))
        .hasMessage("tell: trial is \"0\"; expected a whole number above 0");
    assertThatThrownBy(() -> TrialReportParser.parse("{\"metrics\":{}}"))
        .hasMessage("tell: expected either trial (the number from ask) or configuration");
    assertThatThrownBy(
            () -> TrialReportParser.parse("{\"trial\":1,\"metrics\":{\"loss\":\"much\"}}"))
        .hasMessage("tell: loss is \"much\"; expected a number");
    assertThatThrownBy(() -> TrialReportParser.parse("{\"trial\":1,\"metrics\":3}"))
        .hasMessage("tell: metrics is a single value; expected {name: value, …}");
  }
}
