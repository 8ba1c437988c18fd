package io.github.greenscreen.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.summary.SummaryWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds every number of the PDF against {@code analysis.json}, by code that shares nothing with the
 * report: what the file says the PDF must say, and nothing else with a digit in it but what stands
 * in {@link #allow}.
 */
final class PdfNumbersTest {
  @TempDir Path folder;

  @Test
  void write_studyWithFinalRun_hasTheNumbersOfTheAnalysis() throws IOException {
    check(ReportFixture.withFinal(ReportFixture.study(40, true)));
  }

  @Test
  void write_classes_hasTheNumbersOfTheAnalysis() throws IOException {
    ReportInput input = ReportFixture.withFinal(ReportFixture.study(40, true));
    check(input.with(ReportFixture.confusions(10)));
  }

  @Test
  void write_manyClasses_hasTheNumbersOfTheAnalysis() throws IOException {
    ReportInput input = ReportFixture.input(ReportFixture.study(40, true));
    check(input.with(ReportFixture.confusions(100)));
  }

  @Test
  void write_noMeter_hasTheNumbersOfTheAnalysis() throws IOException {
    check(ReportFixture.input(ReportFixture.study(40, false)));
  }

  @Test
  void write_noRunOfTheRecommendation_hasTheNumbersOfTheAnalysis() throws IOException {
    check(ReportFixture.input(ReportFixture.study(20, true)));
  }

  @Test
  void write_realStudy_hasTheNumbersOfTheAnalysis() throws IOException {
    check(ReportFixture.input(new RunStore(SharedData.folder("data/study")).readAll()));
  }

  @Test
  void write_tooFewRunsForARegression_hasTheNumbersOfTheAnalysis() throws IOException {
    ReportInput input = ReportFixture.input(ReportFixture.study(4, true));
    assertThat(input.analysis().comparisons()).isNotEmpty();

    check(input);
  }

  @Test
  void write_valuesThatCannotBeToldApart_hasTheNumbersOfTheAnalysis() throws IOException {
    ReportInput input = ReportFixture.input(ReportFixture.study(6, true));
    assertThat(input.analysis().regressions().get(0).aliased()).isNotEmpty();

    check(input);
  }

  @Test
  void write_singleRun_hasTheNumbersOfTheAnalysis() throws IOException {
    check(ReportFixture.input(ReportFixture.study(1, true).subList(0, 1)));
  }

  @Test
  void write_interactions_hasTheNumbersOfTheAnalysis() throws IOException {
    List<RunRecord> runs = ReportFixture.study(60, true);
    AnalysisOptions options = AnalysisOptions.none().withInteractions();
    ReportInput input =
        new ReportInput(
            Analysis.of(runs, options), runs, Optional.empty(), ReportFixture.CREATED, "0.1.0");
    assertThat(input.analysis().interactions()).isNotEmpty();

    check(input);
  }

  @Test
  void write_anyFigureOffByOneInItsLastDigit_isNoticed() throws IOException {
    ReportInput input =
        ReportFixture.withFinal(ReportFixture.study(40, true)).with(ReportFixture.confusions(10));
    PdfNumberAudit ledger = allow(PdfNumberAudit.of(pdf(input)));
    AnalysisJsonReader json = json(input);

    List<PdfNumberAudit> mutants = ledger.mutants();

    assertThat(mutants).hasSizeGreaterThan(600);
    spend(ledger, json);
    ledger.close();
    List<String> unnoticed = new ArrayList<>();
    for (PdfNumberAudit mutant : mutants) {
      String before = mutant.rest();
      spend(mutant, json);
      if (mutant.open().isEmpty()) {
        unnoticed.add(before);
      }
    }
    assertThat(unnoticed).isEmpty();
  }

  private void check(ReportInput input) throws IOException {
    PdfNumberAudit ledger = allow(PdfNumberAudit.of(pdf(input)));

    spend(ledger, json(input));

    ledger.close();
  }

  private static void spend(PdfNumberAudit ledger, AnalysisJsonReader json) {
    ExpectedCells cells = new ExpectedCells(json);
    new ExpectedCoverCells(cells).spend(ledger);
    new ExpectedRunCells(cells).spend(ledger);
    new ExpectedStatisticsCells(cells).spend(ledger);
  }

  private byte[] pdf(ReportInput input) throws IOException {
    Path pdf = folder.resolve("greenscreen.pdf");
    ReportWriter.write(pdf, input);
    return Files.readAllBytes(pdf);
  }

  private AnalysisJsonReader json(ReportInput input) throws IOException {
    SummaryWriter.write(folder, input.analysis(), input.confusions());
    return AnalysisJsonReader.parse(Files.readString(folder.resolve(SummaryWriter.JSON)));
  }

  /** Account for names, dates, versions, page numbers and constants of the method. */
  private static PdfNumberAudit allow(PdfNumberAudit ledger) {
    for (String name :
        List.of(
            "ResNet-20",
            "ResNet-50",
            "CIFAR-10",
            "CO2",
            "95 %",
            "HC3",
            "node7",
            "A100-SXM4-40GB")) {
      ledger.name(name);
    }
    ledger.allow("22 November 2026");
    ledger.allowPattern("Page[0-9]+of");
    ledger.allowPattern("Epochsperrun12|DJL0\\.35\\.1|PyTorch2\\.7\\.1|Java17\\.0\\.15");
    ledger.allowPattern("Networksize(0\\.27|23\\.79Mparameters,23\\.85)Mparameters");
    ledger.allowPattern("greenscreen0\\.1\\.0|CPU,2cores|every1s");
    ledger.allowPattern("From[0-9]+[A-Z][a-z]+20[0-9]{2}[0-9:]+to.{1,90}intotal:[0-9]+completed");
    ledger.allowPattern("Thetimesof1runarenotrecorded|[0-9]+runsranatthesametime");
    for (String words :
        List.of(
            "parameters with an adjusted p below 0.1, and values with a p below 0.05",
            "affects energy (adjusted p below 0.1)",
            "Val precision (%) Val recall (%) Val F1",
            "Test precision (%) Test recall (%) Test F1",
            "with the lowest F1",
            "affects time (adjusted p below 0.1)",
            "accuracies outside 0 % to 100 %",
            "Epochs are counted from 0.",
            "Cross-validated: each run is predicted from all others (1 − PRESS",
            "Durbin and Watson: 2 if uncorrelated",
            "A p below 0.05 is evidence",
            "1 is completely",
            "(GVIF^(1÷2df), 1 for not at all)",
            "2 is never exceeded",
            "more than 2 for",
            "In bold: below 0.1.",
            "(adjusted p below 0.1, in bold)",
            "(MacKinnon and White 1985)",
            "(Watanabe and others 2023)",
            "since the previous row ÷ 3600")) {
      ledger.allow(words);
    }
    return ledger;
  }
}
