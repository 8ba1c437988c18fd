package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.evaluation.ConfusionSource;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AnalysisJsonTest {

  @Test
  void of_sweep_hasTheNumbersOfTheResult() {
    AnalysisResult result = SampleAnalysis.result();
    JsonObject json = parse(result);

    Regression fit = result.regression("energy_Wh").orElseThrow();
    JsonObject energy = json.getAsJsonObject("regressions").getAsJsonObject("energy_Wh");
    assertThat(energy.get("n").getAsInt()).isEqualTo(fit.runs());
    assertThat(energy.get("df_residual").getAsInt()).isEqualTo(fit.residualDegreesOfFreedom());
    JsonObject term = energy.getAsJsonObject("terms").getAsJsonObject("batch_size=4");
    assertThat(term.keySet())
        .containsExactly("estimate", "std_error", "t", "p", "low", "high", "hc3");
    assertThat(energy.getAsJsonObject("parameters").getAsJsonObject("batch_size").keySet())
        .contains("df", "f", "p", "p_adjusted", "partial_eta2");
    assertThat(json.getAsJsonObject("regressions").keySet())
        .containsExactly("energy_Wh", "log_energy", "power_W", "val_accuracy", "efficiency");
    assertThat(json.getAsJsonObject("rankings").getAsJsonArray("accuracy")).hasSize(14);
    assertThat(json.getAsJsonObject("rankings").getAsJsonArray("energy")).hasSize(13);
    JsonElement first = json.getAsJsonObject("rankings").getAsJsonArray("efficiency").get(0);
    assertThat(first.getAsJsonObject().get("run").getAsString())
        .isEqualTo(result.byEfficiency().get(0).name());
    assertThat(json.getAsJsonArray("pareto")).hasSize(result.tradeOff().frontier().runs().size());
    assertThat(json.getAsJsonObject("best").getAsJsonObject("parameters").get("lr").getAsString())
        .isEqualTo(result.best().orElseThrow().configuration().get("lr"));
    assertThat(json.getAsJsonArray("excluded").get(0).getAsJsonObject().get("reason").getAsString())
        .isEqualTo("failed (out of memory)");
  }

  @Test
  void of_sweep_hasTheNamesOfTheDocumentation() throws IOException {
    List<String> documented =
        Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("docs/analysis-json.md")))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(parse(SampleAnalysis.result()).keySet()).containsExactlyElementsOf(documented);
  }

  @Test
  void of_logarithm_hasEffectsInPercent() {
    JsonObject term =
        parse(SampleAnalysis.result())
            .getAsJsonObject("regressions")
            .getAsJsonObject("log_energy")
            .getAsJsonObject("terms")
            .getAsJsonObject("batch_size=4");

    double percent = 100 * Math.expm1(term.get("estimate").getAsDouble());
    assertThat(term.get("percent").getAsDouble()).isCloseTo(percent, offset(1e-6));
  }

  @Test
  void of_noMeter_saysNullAndRanksByTime() {
    JsonObject json = parse(SampleAnalysis.withoutMeter());

    assertThat(json.get("cost").getAsString()).isEqualTo("seconds");
    assertThat(json.getAsJsonObject("regressions").keySet())
        .containsExactly("seconds", "val_accuracy", "efficiency");
    assertThat(json.getAsJsonObject("rankings").getAsJsonArray("time")).hasSize(14);
    JsonObject run = json.getAsJsonArray("runs").get(0).getAsJsonObject();
    assertThat(run.get("energy_Wh").isJsonNull()).isTrue();
    assertThat(json.getAsJsonObject("total").get("co2e_g").isJsonNull()).isTrue();
  }

  @Test
  void of_oneRun_isHonest() {
    JsonObject json =
        parse(
            Analysis.of(
                List.of(SampleRuns.run("001", SampleRuns.configuration("p", "a"), 0.5, 10, 2)),
                AnalysisOptions.none()));

    assertThat(json.getAsJsonObject("regressions").keySet()).isEmpty();
    assertThat(json.getAsJsonArray("pareto")).hasSize(1);
    assertThat(json.getAsJsonObject("best").get("predicted").isJsonNull()).isTrue();
  }

  @Test
  void of_onlyFailedRuns_isHonest() {
    List<RunRecord> failed = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      RunRecord run =
          SampleRuns.run("" + i, SampleRuns.configuration("p", "a"), Double.NaN, 1, Double.NaN);
      failed.add(
          new RunRecord(
              run.name(),
              run.plan(),
              run.result(),
              List.of(),
              SampleRuns.status(RunState.FAILED, "out of memory", RunPurpose.SWEEP)));
    }

    AnalysisResult result = Analysis.of(failed, AnalysisOptions.none());
    JsonObject json = parse(result);

    assertThat(json.get("best").isJsonNull()).isTrue();
    assertThat(json.getAsJsonArray("runs")).isEmpty();
    assertThat(json.getAsJsonArray("excluded")).hasSize(1000);
    assertThat(AnalysisText.all(result)).doesNotContain("NaN");
  }

  @Test
  void of_missingNumbers_areNullAndNowhereNaN() {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      runs.add(
          SampleRuns.run(
              "" + (i + 1),
              SampleRuns.configuration("p", i % 2 == 0 ? "a" : "b"),
              i == 3 ? Double.NaN : 0.1 + 0.01 * i,
              i == 4 ? Double.NaN : 10 + i % 5,
              i % 3 == 0 ? Double.NaN : 2 + i % 4));
    }

    AnalysisResult result = Analysis.of(runs, AnalysisOptions.none().withInteractions());

    assertThat(AnalysisJson.of(result, ConfusionSource.empty()))
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
    assertThat(AnalysisText.all(result)).doesNotContain("NaN").doesNotContain("Infinity");
    parse(result);
  }

  private static JsonObject parse(AnalysisResult result) {
    return JsonParser.parseString(AnalysisJson.of(result, ConfusionSource.empty()))
        .getAsJsonObject();
  }
}
