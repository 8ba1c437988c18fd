package io.github.greenscreen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.SimpleBookmark;
import io.github.greenscreen.Golden;
import io.github.greenscreen.SharedData;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.evaluation.ConfusionSource;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportWriterTest {
  @TempDir Path folder;

  @Test
  void write_studyWithFinalRun_saysWhatTheGoldenFileSays() throws IOException {
    Golden.check(
        ReportWriterTest.class,
        "study.txt",
        words(text(ReportFixture.withFinal(ReportFixture.study(40, true)))));
  }

  @Test
  void write_confusionMatrices_saysWhatTheGoldenFilesSay() throws IOException {
    ReportInput input = ReportFixture.withFinal(ReportFixture.study(12, true));

    Golden.check(
        ReportWriterTest.class,
        "classes.txt",
        classes(text(input.with(ReportFixture.confusions(4)))));
    Golden.check(
        ReportWriterTest.class,
        "many-classes.txt",
        classes(text(input.with(ReportFixture.confusions(100)))));
    assertThat(text(input)).doesNotContain("Confusion matrices");
  }

  @Test
  void write_brokenConfusionMatrix_saysWhy() throws IOException {
    ReportInput input = ReportFixture.input(ReportFixture.study(12, true));
    ConfusionSource broken =
        (run, split) -> {
          throw new RunFolderException("runs/006/confusion_test.csv:3: no number");
        };

    assertThat(text(input.with(broken)).replaceAll("\\s+", " "))
        .contains(
            "The confusion matrices of run 006 cannot be read: runs/006/confusion_test.csv:3: no"
                + " number.");
  }

  @Test
  void write_noMeter_saysWhatTheGoldenFileSays() throws IOException {
    Golden.check(
        ReportWriterTest.class,
        "no-meter.txt",
        words(text(ReportFixture.input(ReportFixture.study(40, false)))));
  }

  @Test
  void write_estimatedPower_isMarkedOnEveryPage() throws IOException {
    List<RunRecord> runs =
        ReportFixture.study(40, true).stream().map(ReportFixture::estimated).toList();
    String text = words(text(ReportFixture.input(runs)));

    Golden.check(ReportWriterTest.class, "estimated.txt", text);
    for (String page : text.split("=== page \\d+\n", -1)) {
      assertThat(page)
          .satisfiesAnyOf(p -> assertThat(p).isEmpty(), p -> assertThat(p).contains("(estimated)"));
    }
  }

  @Test
  void write_measuredAndEstimatedPower_tellsThemApart() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(40, true));
    runs.subList(20, 40).replaceAll(ReportFixture::estimated);

    Golden.check(ReportWriterTest.class, "mixed.txt", words(text(ReportFixture.input(runs))));
  }

  @Test
  void write_repeatedConfiguration_showsMeanAndSpread() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(12, true));
    RunRecord second = runs.get(2);
    RunPlan again = RunPlan.of(runs.get(1).plan().whole().with("seed", "23"));
    runs.set(
        2, new RunRecord(second.name(), again, second.result(), second.epochs(), second.status()));

    assertThat(text(ReportFixture.input(runs)).replaceAll("\\s+", " "))
        .contains("Repeated configurations")
        .containsPattern("1 002 003 ?35.5 ± 2.9 ?72.9 ± 1.2 ?0.487 ± 0.048")
        .contains("Mean ± standard deviation of runs that differ only in their seed");
    assertThat(text(ReportFixture.input(ReportFixture.study(12, true))))
        .doesNotContain("Repeated configurations");
  }

  @Test
  void write_incompleteEnergies_saysWhatToDo() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(12, true).subList(0, 12));
    runs.replaceAll(run -> ReportFixture.incomplete(run, 60 + Integer.parseInt(run.name())));

    Golden.check(ReportWriterTest.class, "incomplete.txt", words(text(ReportFixture.input(runs))));
  }

  @Test
  void write_someEnergiesIncomplete_namesThemAndRanksTheOthers() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(12, true).subList(0, 12));
    runs.subList(0, 2).replaceAll(run -> ReportFixture.incomplete(run, 80));
    String text = text(ReportFixture.input(runs)).replaceAll("\\s+", " ");

    assertThat(text)
        .contains("The energy of 2 of 12 runs is incomplete, so")
        .contains(
            "The energy of 2 runs is incomplete and not ranked: its samples cover only 80.0 %")
        .contains("Baseline (001), incomplete");
  }

  @Test
  void write_engineWorkaround_isNamedAmongTheCircumstances() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(12, true));
    String workaround =
        "oneDNN switched off, because otherwise PyTorch crashed; trains 9.1 images/s";
    runs.set(3, ReportFixture.withFacts(runs.get(3), Map.of("engine_workaround", workaround)));
    assertThat(text(ReportFixture.input(runs)).replaceAll("\\s+", " "))
        .contains(
            "PyTorch could not train with its fastest settings on this machine. The runs used"
                + " others: "
                + workaround
                + ".");
    assertThat(text(ReportFixture.input(ReportFixture.study(12, true))).replaceAll("\\s+", " "))
        .doesNotContain("fastest settings");
  }

  @Test
  void methods_ofRunsOnAGpu_sayWhatItsMeterDoesNotSee() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(40, true));
    runs.set(
        3,
        ReportFixture.withFacts(
            runs.get(3),
            Map.of(
                "device_uuid",
                "GPU-1",
                "quantized_device",
                "cpu",
                "idle_power_W",
                "45.25",
                "idle_context_power_W",
                "68.5")));
    assertThat(text(ReportFixture.input(runs)).replaceAll("\\s+", " "))
        .contains(
            "A process that only held the GPU open drew 68.5 W; the part above idle power "
                + "is included in net energy.",
            "int8 networks were validated and tested on the processors, whose energy a GPU "
                + "meter does not measure.");
  }

  @Test
  void write_idlePower_givesNetEnergyThatAgreesWithGross() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(1, true).subList(0, 1));
    runs.replaceAll(
        run ->
            ReportFixture.withFacts(
                run,
                Map.of(
                    "idle_power_W", "60",
                    "energy_gross_Wh", "40.000000",
                    "power_coverage_percent", "100.0",
                    "energy_net_Wh", "11.752000")));
    String text = text(ReportFixture.input(runs)).replaceAll("\\s+", "");

    // 28 min 15 s at 60 W are 28.25 Wh.
    assertThat(text)
        .contains("Time28min15s")
        .contains("Energy40.00Wh")
        .contains("Idlepower60.00W")
        .contains("Netenergy11.75Wh")
        .contains("CO2e18.32g");
  }

  @Test
  void write_study_embedsItsFontsAndHoldsNoImages() throws IOException {
    try (PdfReader reader = read(ReportFixture.input(ReportFixture.study(20, true)))) {
      assertThat(objects(reader, PdfName.TYPE, PdfName.FONTDESCRIPTOR))
          .isNotEmpty()
          .allSatisfy(font -> assertThat(font.contains(PdfName.FONTFILE2)).isTrue());
      assertThat(objects(reader, PdfName.SUBTYPE, PdfName.IMAGE)).isEmpty();
      assertThat(objects(reader, PdfName.SUBTYPE, PdfName.FORM)).hasSizeGreaterThanOrEqualTo(6);
    }
  }

  @Test
  void write_study_describesItself() throws IOException {
    try (PdfReader reader = read(ReportFixture.input(ReportFixture.study(20, true)))) {
      assertThat(reader.getInfo())
          .containsEntry("Title", "Accuracy for energy: ResNet-20 on CIFAR-10")
          .containsEntry("Author", "greenscreen")
          .containsEntry("Keywords", "energy, accuracy, training, sweep")
          .containsEntry(
              "Subject", "Which configuration gives the most accuracy for the least energy")
          .containsEntry("Creator", "greenscreen 0.1.0")
          .containsEntry("CreationDate", "D:20261122093000Z");
      assertThat(reader.getCatalog().getAsString(PdfName.LANG)).hasToString("en");
      assertThat(new String(reader.getMetadata(), StandardCharsets.UTF_8))
          .contains(">Accuracy for energy: ResNet-20 on CIFAR-10</rdf:li></rdf:Alt></dc:title>")
          .contains("<xmp:CreateDate>2026-11-22T09:30:00Z</xmp:CreateDate>");
    }
  }

  @Test
  void write_study_bookmarksEverySection() throws IOException {
    try (PdfReader reader = read(ReportFixture.input(ReportFixture.study(20, true)))) {
      assertThat(SimpleBookmark.getBookmarkList(reader))
          .extracting(bookmark -> bookmark.get("Title"))
          .containsExactly(
              "Decision",
              "Summary",
              "Recommended configuration",
              "Best runs",
              "Learning and power curves",
              "What matters",
              "Parameters of all runs",
              "Distributions",
              "Timeline",
              "Runs left out",
              "Statistics in detail",
              "How it was measured");
    }
  }

  @Test
  void write_unfinishedSweep_saysWhatIsMissingOnTheFirstPageAndInASection() throws IOException {
    ReportInput input = ReportFixture.unfinished(ReportFixture.study(9, true));
    String text = text(input).replaceAll("[\\s\u00a0]+", "");

    String first = text.substring(0, text.indexOf("===page2"));
    assertThat(first).contains("Thesweepisunfinished:9of12runs").contains("See“Whatismissing”.");
    assertThat(text.substring(first.length()))
        .contains("Whatismissing")
        .contains("010running3of12epochs")
        .contains("–notstarted2runswhoseconfigurationshavenotbeenchosenyet")
        .contains("Finishthesweepgreenscreensweep--resume--runsruns");
    try (PdfReader reader = read(input)) {
      assertThat(SimpleBookmark.getBookmarkList(reader).get(1).get("Title"))
          .isEqualTo("What is missing");
    }
  }

  @Test
  void write_powerSamples_drawsThemInFewBytes() throws IOException {
    ReportInput input = ReportFixture.input(ReportFixture.study(3, true));
    List<PowerSample> samples =
        IntStream.range(0, 60_000)
            .mapToObj(i -> new PowerSample(100L * i, "GPU 0", 100 + i % 97, 0, 0, 0))
            .toList();
    Path pdf = folder.resolve("power.pdf");

    ReportWriter.write(pdf, input, name -> name.equals("001") ? samples : List.of());

    assertThat(text(Files.readAllBytes(pdf)).replaceAll("\\s+", " "))
        .contains("Power over time All samples of the meter")
        .contains("Time since the start of the run (minutes)")
        .containsPattern(
            "Run 00\\d stored no power samples, only the power of each epoch, shown above.");
    assertThat(Files.size(pdf)).isLessThan(200_000);
  }

  @Test
  void write_brokenPowerSamples_saysSo() throws IOException {
    ReportInput input = ReportFixture.input(ReportFixture.study(1, true).subList(0, 1));
    Path pdf = folder.resolve("power.pdf");

    ReportWriter.write(
        pdf,
        input,
        name -> {
          throw new RunFolderException("power.csv:7: found nothing, expected a number");
        });

    assertThat(text(Files.readAllBytes(pdf)).replaceAll("\\s+", " "))
        .contains(
            "Run 001: the power samples cannot be read: power.csv:7: found nothing, expected a"
                + " number.");
  }

  @Test
  void write_noMeter_saysThatNoPowerWasMetered() throws IOException {
    assertThat(text(ReportFixture.input(ReportFixture.study(1, false).subList(0, 1))))
        .contains("Run 001: no power was metered.");
  }

  @Test
  void write_singleRun_saysThatThereIsNothingToCompare() throws IOException {
    String text =
        text(ReportFixture.input(ReportFixture.study(1, true).subList(0, 1)))
            .replaceAll("\\s+", " ");

    assertThat(text)
        .contains("The most efficient run is 001")
        .contains("It is the baseline itself.")
        .contains("There is no regression: it needs more completed runs")
        .contains("There is no final run yet.");
  }

  @Test
  void write_onlyFailedRuns_isHonest() throws IOException {
    String text = text(ReportFixture.input(List.of(ReportFixture.failed("001"))));

    assertThat(text)
        .contains("so none can be called the most efficient.")
        .contains("No run completed, so there is nothing to rank.")
        .contains("out of memory at batch size 128");
  }

  @Test
  void write_noAccuracies_drawsNoEmptyChart() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(6, true));
    runs.replaceAll(ReportFixture::withoutNumbers);

    assertThat(text(ReportFixture.input(runs)).replaceAll("\\s+", " "))
        .contains("No run has both an accuracy and a known energy")
        .doesNotContain("Accuracy against energy");
  }

  @Test
  void write_firstBaselineFailed_comparesWithTheSecond() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(8, true));
    RunRecord first = runs.get(0);
    runs.set(
        0,
        new RunRecord(
            "001",
            first.plan(),
            Optional.empty(),
            List.of(),
            first.status().with(RunState.FAILED, "out of memory")));
    runs.add(new RunRecord("020", first.plan(), first.result(), first.epochs(), first.status()));

    assertThat(text(ReportFixture.input(runs))).contains("Baseline (020)");
  }

  @Test
  void write_runsWithoutNumbers_leavesGaps() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(6, true));
    runs.set(0, ReportFixture.withoutNumbers(runs.get(0)));

    assertThat(text(ReportFixture.input(runs)))
        .contains("Baseline (001)")
        .contains("not comparable in accuracy")
        .doesNotContain("NaN");
  }

  @Test
  void write_twoHundredRuns_staysShortAndSmall() throws IOException {
    Path pdf = folder.resolve("report.pdf");

    ReportWriter.write(pdf, ReportFixture.input(ReportFixture.study(200, true)));

    assertThat(Files.size(pdf)).isLessThan(2 << 20);
    try (PdfReader reader = new PdfReader(Files.newInputStream(pdf))) {
      assertThat(reader.getNumberOfPages()).isBetween(5, 16);
    }
  }

  @Test
  void write_longParameterValue_isWrapped() throws IOException {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(6, true));
    String value = "a-value-that-goes-on".repeat(12);
    for (int i = 0; i < 6; i++) {
      runs.set(i, ReportFixture.with(runs.get(i), "augmentation", value + i % 2));
    }

    assertThat(text(ReportFixture.input(runs)).replaceAll("\\s", "")).contains(value);
  }

  @Test
  void write_study_leavesNoPageEmpty() throws IOException {
    try (PdfReader reader = read(ReportFixture.input(ReportFixture.study(60, true)))) {
      assertThat(PdfText.pages(reader))
          .allSatisfy(page -> assertThat(page).hasSizeGreaterThan(200));
    }
  }

  @Test
  void write_again_replacesTheFileAndLeavesNothingBehind() throws IOException {
    Path pdf = folder.resolve("new/report.pdf");
    ReportInput input = ReportFixture.input(ReportFixture.study(3, true));
    ReportWriter.write(pdf, input);
    Files.writeString(pdf, "old");

    ReportWriter.write(pdf, input);

    assertThat(Files.readAllBytes(pdf)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    try (Stream<Path> files = Files.list(pdf.getParent())) {
      assertThat(files).containsExactly(pdf);
    }
  }

  @Test
  void write_fileInPlaceOfTheFolder_saysSo() throws IOException {
    Path pdf = Files.writeString(folder.resolve("report"), "").resolve("greenscreen.pdf");
    ReportInput input = ReportFixture.input(ReportFixture.study(3, true));

    assertThatThrownBy(() -> ReportWriter.write(pdf, input))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            pdf
                + ": cannot be written (a file exists where a folder is expected); expected a "
                + "writable folder, so change its permissions or choose another with --report");
  }

  @Test
  void write_realStudy_fitsInAFewPages() throws IOException {
    List<RunRecord> runs = new RunStore(SharedData.folder("data/study")).readAll();

    try (PdfReader reader = read(ReportFixture.input(runs))) {
      assertThat(reader.getNumberOfPages()).isBetween(6, 16);
      List<String> pages = PdfText.pages(reader);
      assertThat(pages.get(0).replaceAll("[\\s\u00a0]+", " "))
          .contains("Use batch_size 128, internal jit_compilation; these settings drive the energy")
          .contains("−746.5 Wh")
          .contains("16.36 Wh instead of 762.9 Wh (run 060)")
          .contains("18.15 Wh (8.515 Wh to 38.68 Wh)")
          .contains("73.8 % (6.6 % to 99.1 %)")
          .contains(
              "The additive prediction of energy or its interval falls below zero, so the expected"
                  + " energy is the median from a regression on the log scale.")
          .contains("The configurations of 13 of 70 runs cannot be told apart from it: 018,");
      assertThat(pages.get(1))
          .contains("The most efficient run is 060: it reached 86.7 % validation accuracy");
      assertThat(SimpleBookmark.getBookmarkList(reader))
          .extracting(bookmark -> bookmark.get("Title"))
          .contains("The study’s own tables");
    }
  }

  private PdfReader read(ReportInput input) throws IOException {
    Path pdf = folder.resolve("greenscreen.pdf");
    ReportWriter.write(pdf, input);
    return new PdfReader(Files.readAllBytes(pdf));
  }

  /** Return the words of all pages, page by page. */
  private String text(ReportInput input) throws IOException {
    Path pdf = folder.resolve("greenscreen.pdf");
    ReportWriter.write(pdf, input);
    return text(Files.readAllBytes(pdf));
  }

  private static String text(byte[] pdf) throws IOException {
    StringBuilder text = new StringBuilder();
    int pages = 0;
    try (PdfReader reader = new PdfReader(pdf)) {
      for (String page : PdfText.pages(reader)) {
        pages++;
        text.append("=== page ").append(pages).append('\n').append(page).append('\n');
      }
    }
    return text.toString();
  }

  /** Leave out lines of bare numbers: the ticks of charts, which depend on the Java at hand. */
  private static String words(String text) {
    return text.replaceAll("(?m)^[\\d., ]+\n", "").replaceAll("(?m) +$", "");
  }

  /** Return the section about classes. */
  private static String classes(String text) {
    String from = text.substring(text.indexOf("Confusion matrices of the delivered network"));
    String whole = from.substring(0, from.indexOf("have all numbers."));
    return words(whole);
  }

  private static List<PdfDictionary> objects(PdfReader reader, PdfName key, PdfName value) {
    List<PdfDictionary> found = new ArrayList<>();
    for (int i = 0; i < reader.getXrefSize(); i++) {
      PdfObject object = reader.getPdfObject(i);
      if (object instanceof PdfDictionary dictionary && value.equals(dictionary.get(key))) {
        found.add(dictionary);
      } else if (object instanceof PRStream stream && value.equals(stream.get(key))) {
        found.add(stream);
      }
    }
    return found;
  }
}
