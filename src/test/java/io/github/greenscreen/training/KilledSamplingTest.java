package io.github.greenscreen.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class KilledSamplingTest {
  @TempDir private Path folder;

  @Test
  void appendPower_processKilled_losesAtMostOneSample() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SamplingMain.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long last = killAfter(process, 50);
    List<Long> kept =
        new RunFolder(folder).readPower().stream().map(PowerSample::timeMillis).toList();
    assertThat(kept).startsWith(LongStream.range(0, last).boxed().toArray(Long[]::new));
  }

  /** Kill {@code process} in the middle and return the last sample that it read. */
  private static long killAfter(Process process, long number)
      throws IOException, InterruptedException {
    try (BufferedReader output = process.inputReader()) {
      long last = -1;
      String line = output.readLine();
      while (line != null && line.matches("\\d+")) {
        last = Long.parseLong(line);
        if (last == number) {
          // Process itself would close the output that is still to be read.
          process.toHandle().destroyForcibly();
        }
        line = output.readLine();
      }
      process.waitFor();
      return last;
    } finally {
      process.destroyForcibly();
    }
  }
}
