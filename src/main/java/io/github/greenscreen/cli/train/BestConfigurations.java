package io.github.greenscreen.cli.train;

import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.summary.SummaryWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the files of the best configurations in the report folder. */
final class BestConfigurations {
  private BestConfigurations() {}

  /**
   * Return the files of the {@code count} best configurations in {@code report}.
   *
   * @param option the option that requests as many
   */
  static List<Path> files(Path report, String option, int count) {
    List<Path> files =
        IntStream.rangeClosed(1, count)
            .mapToObj(place -> report.resolve(SummaryWriter.configuration(place)))
            .toList();
    int found = (int) files.stream().takeWhile(Files::exists).count();
    if (found == 0) {
      throw new UsageException(
          files.get(0)
              + ": no such file; run 'greenscreen analyze' first, or pass the folder of its "
              + "results with "
              + "--report");
    }
    if (found < count) {
      throw new UsageException(
          "%s: found %d, but %s ends with place %d (no %s); use %s %d, or train more %s"
              .formatted(
                  option,
                  count,
                  report,
                  found,
                  files.get(found).getFileName(),
                  option,
                  found,
                  "configurations and run 'greenscreen analyze' again"));
    }
    return files;
  }
}
