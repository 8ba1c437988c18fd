package io.github.greenscreen.run.model;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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
    if (exception instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (exception instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (exception instanceof FileAlreadyExistsException
        || exception instanceof NotDirectoryException
        || isBelowFile(exception)) {
      return "a file exists where a folder is expected";
    }
    if (exception instanceof CharacterCodingException) {
      return "not UTF-8 text";
    }
    String reason =
        exception instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : exception.getMessage();
    return reason == null ? exception.getClass().getSimpleName() : reason;
  }

  /** Tell whether a parent of the file is not a folder. */
  private static boolean isBelowFile(IOException exception) {
    if (!(exception instanceof FileSystemException system) || system.getFile() == null) {
      return false;
    }
    Path above = Path.of(system.getFile()).toAbsolutePath().getParent();
    while (above != null && Files.notExists(above)) {
      above = above.getParent();
    }
    return above != null && !Files.isDirectory(above);
  }
}
