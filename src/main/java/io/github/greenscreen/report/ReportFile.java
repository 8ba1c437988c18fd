package io.github.greenscreen.report;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.run.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Moves a finished report to its target. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Replace {@code file} atomically with {@code content}; create its folder if necessary.
   *
   * @throws ReportException if the file cannot be written
   */
  public static void write(Path file, byte[] content) {
    Path target = file.toAbsolutePath();
    try {
      if (!Files.isDirectory(target.getParent())) {
        Files.createDirectories(target.getParent());
      }
      AtomicFile.replace(target, content);
    } catch (IOException e) {
      throw new ReportException(
          ("%s: cannot be written (%s); expected a writable folder, so change its "
                  + "permissions or choose another with --report")
              .formatted(file, FailureReason.of(e)),
          e);
    }
  }
}
