package io.github.greenscreen.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;

/**
 * Data that cannot be used. The message is one sentence for the user: where, what was found, what
 * was expected, what to do.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Carry {@code sentence} to the user. */
  public DataException(String sentence) {
    super(sentence);
  }

  /** Carry {@code sentence} to the user, and keep the {@code cause} for {@code --verbose}. */
  public DataException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Put why a file could not be used in words, without the names of Java's classes. */
  static String reason(IOException cause) {
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
