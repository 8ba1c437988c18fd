package io.github.greenscreen.report;

import io.github.greenscreen.run.io.AtomicFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
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
              .formatted(file, reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "a file exists in place of its folder";
    }
    return e instanceof FileSystemException f && f.getReason() != null
        ? f.getReason()
        : String.valueOf(e.getMessage());
  }
}
