package io.github.greenscreen.failure;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** The failures of files and file systems. */
final class FileFailures {
  /** What older classes of Java say of a file: its path and the reason of the system. */
  private static final Pattern OLD_STYLE = Pattern.compile("(?s)(.*) \\(([^()]+)\\)");

  private static final String FILE_IN_THE_WAY = "a file exists where a folder is expected";

  private FileFailures() {}

  /** Return the reason; empty if {@code failure} is no failure of a file. */
  static Optional<String> reason(Throwable failure) {
    if (failure instanceof FileSystemException problem) {
      return Optional.of(ofSystem(problem));
    }
    if (failure instanceof FileNotFoundException) {
      Matcher old = OLD_STYLE.matcher(FailureReason.firstLine(failure));
      return Optional.of(old.matches() ? old.group(2) : "does not exist");
    }
    if (failure instanceof CharacterCodingException) {
      return Optional.of("not UTF-8 text");
    }
    if (failure instanceof EOFException) {
      return Optional.of("ends too early");
    }
    if (failure instanceof ZipException) {
      return Optional.of(damaged(FailureReason.firstLine(failure)));
    }
    if (failure instanceof ClosedChannelException) {
      return Optional.of("closed meanwhile");
    }
    if (failure instanceof OverlappingFileLockException) {
      return Optional.of("in use by this program already");
    }
    return failure instanceof InvalidPathException path
        ? Optional.of("\"%s\" is not a valid path".formatted(path.getInput().replace("\0", "\\0")))
        : Optional.empty();
  }

  private static String ofSystem(FileSystemException problem) {
    if (problem instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (problem instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (problem instanceof FileSystemLoopException) {
      return "its links lead back to it";
    }
    if (problem instanceof FileAlreadyExistsException
        || problem instanceof NotDirectoryException
        || isBelowFile(problem)) {
      return FILE_IN_THE_WAY;
    }
    return problem.getReason() == null
        ? "the file system refuses it"
        : JavaNames.removedFrom(problem.getReason());
  }

  private static String damaged(String said) {
    return said.isEmpty() ? "damaged archive" : "damaged archive (" + said + ")";
  }

  /** Return whether a parent of the file is not a folder. */
  private static boolean isBelowFile(FileSystemException exception) {
    if (exception.getFile() == null) {
      return false;
    }
    Path above = Path.of(exception.getFile()).toAbsolutePath().getParent();
    while (above != null && Files.notExists(above)) {
      above = above.getParent();
    }
    return above != null && !Files.isDirectory(above);
  }
}
