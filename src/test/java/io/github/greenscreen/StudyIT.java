package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole study through the script and the packaged distribution, from the baseline to the PDF,
 * with few images. Everything is real but the size.
 */
final class StudyIT {
  @TempDir private Path folder;

  @Test
  void quickStudy_fewImages_endsWithAReport() throws Exception {
    Outcome outcome =
        Shell.run(
            folder,
            Distribution.environment(),
            List.of(
                Path.of("greenscreen.sh").toAbsolutePath().toString(),
                "--quick",
                "-n",
                "3",
                "--limit",
                "200",
                "--epochs",
                "1",
                "--final-epochs",
                "2",
                "--set",
                "batch_size=32"));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.err()).doesNotContain("Building greenscreen");
    assertRuns(new RunStore(folder.resolve("runs")).readAll());
    assertTables(folder.resolve("report"));
    assertThat(outcome.out())
        .contains("sweep: 3 of 3 runs completed, 0 stopped, 0 failed\n")
        .endsWith("report/greenscreen.html\n");
    assertThat(text(folder.resolve("report/greenscreen.pdf")))
        .contains("greenscreen")
        .contains("shapes")
        .contains("resnet20");
  }

  private static void assertRuns(List<RunRecord> runs) {
    assertThat(runs)
        .extracting(run -> run.status().purpose())
        .containsExactly(
            RunPurpose.BASELINE,
            RunPurpose.SWEEP,
            RunPurpose.SWEEP,
            RunPurpose.SWEEP,
            RunPurpose.FINAL);
    assertThat(runs).allMatch(run -> run.status().state() == RunState.COMPLETED);
    assertThat(runs).allMatch(run -> run.result().orElseThrow().testAccuracy() > 0);
    assertThat(runs.get(4).epochs().stream().filter(row -> row.isTraining())).hasSize(2);
  }

  private static void assertTables(Path report) throws IOException {
    assertThat(Files.readAllLines(report.resolve("runs_summary.csv"))).hasSize(5);
    assertThat(report.resolve("statistics_summary.csv")).isNotEmptyFile();
    assertThat(Files.readString(report.resolve("best.yaml"))).contains("batch_size: 32");
  }

  private static String text(Path pdf) throws IOException {
    try (PdfReader reader = new PdfReader(Files.readAllBytes(pdf))) {
      StringBuilder text = new StringBuilder();
      for (int page = 1; page <= reader.getNumberOfPages(); page++) {
        text.append(new PdfTextExtractor(reader).getTextFromPage(page));
      }
      return text.toString();
    }
  }
}
