package io.github.greenscreen.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.lowagie.text.pdf.PdfReader;
import io.github.greenscreen.SharedData;
import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.ManyRuns;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.report.context.RecommendationEvidence;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.report.html.HtmlReport;
import io.github.greenscreen.report.text.ConfidenceStatements;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.summary.AnalysisText;
import io.github.greenscreen.summary.SummaryWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No energy, time, power, efficiency, or CO2e below zero and no accuracy outside 0 to 100 %, as an
 * estimate or interval, in any output. Effects and changes against the baseline may be negative.
 */
class PossibleFiguresTest {
  private static final int STUDIES = 168;

  /** Objects of {@code analysis.json} without quantities, or with changes of them. */
  private static final Set<String> NO_QUANTITIES =
      Set.of("against_baseline", "regressions", "comparisons", "importance", "version");

  private static final Pattern BELOW_ZERO =
      Pattern.compile("[-−]\\d[\\d.,]*(e[-+]?\\d+)? ?(Wh|kWh|MWh|mWh|W|g|kg|s|%|%/Wh|%/s)\\b.*");

  private static final Pattern EXPECTED = Pattern.compile("[-−]?\\d+(\\.\\d+)?");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(RecommendationObjective.class)
  void of_anyRuns_showsPossibleFiguresOnly(RecommendationObjective objective) throws IOException {
    AnalysisOptions options = AnalysisOptions.none().withObjective(objective);
    int predicted = 0;
    int rescaled = 0;
    for (long seed = 0; seed < STUDIES; seed++) {
      List<RunRecord> runs = withFinal(seed, options);
      AnalysisResult result = Analysis.of(runs, options);
      check("seed " + seed, result);
      predicted += (int) predictions(result).count();
      rescaled += (int) predictions(result).filter(PossibleFiguresTest::isRescaled).count();
      sentences(runs, result).forEach(PossibleFiguresTest::checkText);
    }

    assertThat(predicted).as("studies with a prediction").isGreaterThan(STUDIES / 4);
    assertThat(rescaled).as("of these on another scale").isBetween(STUDIES / 20, predicted - 1);
  }

  @Test
  void of_studyAndManyRuns_showsPossibleFiguresOnly() throws IOException {
    ManyRuns.write(100, 3, folder.resolve("many"));
    for (Path runs : List.of(SharedData.folder("data/study"), folder.resolve("many"))) {
      for (RecommendationObjective objective : RecommendationObjective.values()) {
        AnalysisResult result =
            Analysis.of(
                new RunStore(runs).readAll(), AnalysisOptions.none().withObjective(objective));
        check(runs + " " + objective, result);
      }
    }
  }

  @Test
  void write_reportsOfAwkwardRuns_showPossibleFiguresOnly() throws IOException {
    for (long seed : List.of(1, 9, 12, 20)) {
      List<RunRecord> runs = withFinal(seed, AnalysisOptions.none());
      ReportInput input = ReportFixture.input(runs);
      Path pdf = folder.resolve(seed + ".pdf");
      ReportWriter.write(pdf, input);
      try (PdfReader reader = new PdfReader(Files.readAllBytes(pdf))) {
        String page = PdfText.pages(reader).get(0).replaceAll("[\\s\u00a0]+", " ");
        int from = page.indexOf("Compared with the baseline");
        assertThat(from).as("the table of seed %s", seed).isPositive();
        checkText(page.substring(from));
      }
      Path html = folder.resolve(seed + ".html");
      HtmlReport.write(html, input);
      checkPage(Files.readString(html));
    }
  }

  private static List<RunRecord> withFinal(long seed, AnalysisOptions options) {
    List<RunRecord> runs = new ArrayList<>(RandomStudy.of(seed));
    Analysis.of(runs, options)
        .best()
        .filter(best -> seed % 2 == 0)
        .map(Recommendation::configuration)
        .ifPresent(best -> runs.add(RandomStudy.last(seed, best)));
    return runs;
  }

  private void check(String which, AnalysisResult result) throws IOException {
    SummaryWriter.write(folder, result);
    JsonObject json =
        JsonParser.parseString(Files.readString(folder.resolve(SummaryWriter.JSON)))
            .getAsJsonObject();
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      if (!NO_QUANTITIES.contains(entry.getKey())) {
        boolean share = result.best().isPresent() && isOfAccuracy(result.best().get());
        checkJson(which + ": " + entry.getKey(), entry.getValue(), share);
      }
    }
    AnalysisText.all(result).lines().forEach(PossibleFiguresTest::checkText);
    result.best().ifPresent(best -> checkOrder(which, best));
  }

  private static void checkOrder(String which, Recommendation best) {
    for (Optional<ResponsePrediction> each : List.of(best.prediction(), best.accuracy())) {
      each.ifPresent(
          found ->
              assertThat(List.of(found.low(), found.value(), found.high())).as(which).isSorted());
    }
  }

  private static void checkJson(String path, JsonElement element, boolean objectiveIsShare) {
    if (element instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(
              each -> checkJson(path + "." + each.getKey(), each.getValue(), objectiveIsShare));
    } else if (element instanceof JsonArray array) {
      array.forEach(each -> checkJson(path, each, objectiveIsShare));
    } else if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber()) {
      double value = element.getAsDouble();
      assertThat(value).as(path).isNotNegative();
      boolean figure = path.matches(".*\\.(value|low|high|mean|measured|lowest|highest)");
      boolean ofBest = objectiveIsShare && path.matches(".*(predicted|confidence|final_run)\\..*");
      if (path.endsWith("accuracy") || (figure && (path.contains("accuracy.") || ofBest))) {
        assertThat(value).as(path).isLessThanOrEqualTo(1);
      }
    } else if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()) {
      checkText(element.getAsString());
    }
  }

  /** Check sentences and lines of tables; a change is called more, less, or instead of. */
  private static void checkText(String text) {
    assertThat(text).doesNotContainPattern("(is|was|to|expected|interval|:|\\() " + BELOW_ZERO);
    if (text.startsWith("Expected accuracy") || text.startsWith("Accuracy of the best")) {
      Matcher numbers = EXPECTED.matcher(text.replaceAll("95 %|\\d+ resamples", ""));
      while (numbers.find()) {
        assertThat(Double.parseDouble(numbers.group())).as(text).isBetween(0.0, 100.0);
      }
    }
  }

  /** Check the numbers of runs that the page holds as data. */
  private static void checkPage(String page) {
    Matcher numbers =
        Pattern.compile(
                "\"(accuracy|best_accuracy|test_accuracy|energy_Wh|energy_net_Wh|co2e_g|power_W"
                    + "|seconds|efficiency|target_Wh)\":\\s*(\\[[^\\]]*\\]|[-\\d.eE+]+)")
            .matcher(page);
    int found = 0;
    while (numbers.find()) {
      assertThat(numbers.group(2)).as(numbers.group(1)).doesNotContain("-");
      found++;
    }
    assertThat(found).isPositive();
  }

  private static List<String> sentences(List<RunRecord> runs, AnalysisResult result) {
    return result
        .best()
        .map(
            best -> {
              ReportContext context =
                  ReportContext.of(
                      new ReportInput(
                          result, runs, Optional.empty(), ReportFixture.CREATED, "0.1.0"));
              return new ConfidenceStatements(context, new RecommendationEvidence(context, best))
                  .sentences();
            })
        .orElse(List.of());
  }

  private static Stream<ResponsePrediction> predictions(AnalysisResult result) {
    return result.best().flatMap(Recommendation::prediction).stream();
  }

  private static boolean isRescaled(ResponsePrediction prediction) {
    return !prediction.scale().configName().equals("linear");
  }

  private static boolean isOfAccuracy(Recommendation best) {
    return best.objective() == RecommendationObjective.ACCURACY;
  }
}
