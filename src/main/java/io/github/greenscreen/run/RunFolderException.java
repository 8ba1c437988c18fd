package io.github.greenscreen.run;

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
 * A run folder or the folder of all runs cannot be used. The message is one sentence for the user:
 * file, line where it is known, what was found and what was expected.
 */
public final class RunFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Take the sentence to show to the user. */
  public RunFolderException(String sentence) {
    super(sentence);
  }

  RunFolderException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Say that {@code line} of {@code file} (from 1) has a {@code problem}. */
  static RunFolderException at(Path file, long line, String problem) {
    return new RunFolderException(file + ":" + line + ": " + problem);
  }

  /** Say that {@code deed}, for instance {@code read}, was impossible on {@code file}, and why. */
  static RunFolderException cannot(String deed, Path file, IOException cause) {
    return new RunFolderException("cannot " + deed + " " + file + ": " + reason(cause), cause);
  }

  /** Put the reason of {@code exception} in words, without the path that most messages repeat. */
  static String reason(IOException exception) {
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

  /** Tell whether a folder above the file in question is no folder. */
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
