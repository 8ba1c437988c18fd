package io.github.greenscreen.run.model;

import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Thrown if a run folder or the runs folder cannot be used. The message is one sentence for the
 * user: file, line if known, found and expected content.
 */
public final class RunFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create it with a sentence for the user. */
  public RunFolderException(String sentence) {
    super(sentence);
  }

  public RunFolderException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Return the exception for {@code problem} in {@code line} (from 1) of {@code file}. */
  public static RunFolderException at(Path file, long line, String problem) {
    return new RunFolderException(file + ":" + line + ": " + problem);
  }

  /** Return the exception for an operation on {@code file}, such as {@code read}, that failed. */
  public static RunFolderException cannot(String action, Path file, IOException cause) {
    return new RunFolderException("cannot " + action + " " + file + ": " + reason(cause), cause);
  }

  /** Describe the reason of {@code exception}, without the path that most messages repeat. */
  public static String reason(IOException exception) {
    return FailureReason.of(exception);
  }
}
