package io.github.greenscreen.data.image;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/**
 * Thrown if data cannot be used. The message is one sentence for the user: file, problem, expected
 * value, remedy.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create an exception whose message is {@code sentence}. */
  public DataException(String sentence) {
    super(sentence);
  }

  /**
   * Create an exception whose message is {@code sentence}; {@code --verbose} shows the {@code
   * cause}.
   */
  public DataException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Return in words why a file could not be used, without Java class names. */
  public static String reason(IOException cause) {
    if (cause instanceof AccessDeniedException denied) {
      return "permission denied for " + denied.getFile();
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "a file exists where a folder is expected";
    }
    if (cause instanceof FileSystemException system && system.getReason() != null) {
      return system.getFile() + ": " + system.getReason();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
