package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of the study: its own figure of energy and the corrected total side by side. */
final class StudyEnergyTest {
  private static final String POWERS = "120 W for 60 s twice and 50 W for 5 s, over 3 intervals";

  @TempDir private Path folder;

  @Test
  void analyze_ofFoldersOfTheStudy_showsWhPerIntervalBesideTheTotal() throws IOException {
    CliFixture cli = new CliFixture(folder);
    write(cli.path("runs/001"), "4", 0.5);
    write(cli.path("runs/002"), "32", 0.4);

    CliFixture.Outcome outcome = cli.run("analyze --runs @/runs --report @/report");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    List<String> lines = outcome.out().lines().toList();
    int header = 0;
    while (!lines.get(header).contains("Wh per interval")) {
      header++;
    }
    List<String> names = Arrays.asList(lines.get(header).strip().split(" {2,}"));
    List<String> cells = Arrays.asList(lines.get(header + 2).strip().split(" {2,}"));
    assertThat(cells.get(names.indexOf("energy Wh"))).as(POWERS).isEqualTo("4");
    assertThat(cells.get(names.indexOf("Wh per interval"))).as(POWERS).isEqualTo("1.356");
    assertThat(outcome.out())
        .contains("Wh per interval is what the study reported:")
        .contains("energy Wh is the total.");
  }

  private static void write(Path run, String batchSize, double accuracy) throws IOException {
    Files.createDirectories(run);
    Files.writeString(
        run.resolve("parameters.yaml"),
        "batch_size: "
            + batchSize
            + "\nlr: 0.01\nseed : 22\nn_parameters: 1234\ntest_accuracy: 0.4\n");
    String end = "," + accuracy + ",1.5," + accuracy;
    Files.writeString(
        run.resolve("logs.csv"),
        "epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%\n"
            + "pre,2023-07-10 10:00:00,0,0,0,0,30,40,0\n"
            + "0,2023-07-10 10:01:00,1.5"
            + end
            + ",120,60,90\n"
            + "1,2023-07-10 10:02:00,1.5"
            + end
            + ",120,60,90\n"
            + "post,2023-07-10 10:02:05,0,0,0,0,50,50,0\n");
  }
}
