package io.github.greenscreen.run.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces files atomically: a reader, or a machine after a power cut, sees all of the old or all
 * of the new content. Links in place of the file or of its temporary file are not followed.
 */
public final class AtomicFile {
  private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.(\\d{1,18})");

  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {

    /**
     * Write the whole content to {@code out}, which is not buffered and which the caller closes.
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Write {@code content} to a temporary file in the folder of {@code path}, force it to disk and
   * move it into place.
   *
   * @throws IOException if that fails; the old file is untouched and no temporary file remains
   */
  public static void replace(Path path, byte[] content) throws IOException {
    replace(path, out -> out.write(content));
  }

  /** Replace {@code path}, as above, by the output of {@code content}. */
  public static void replace(Path path, Content content) throws IOException {
    Path temporary =
        path.resolveSibling("." + path.getFileName() + "." + ProcessHandle.current().pid());
    try {
      write(temporary, content);
      move(temporary, path);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Tell whether {@code path} is a temporary file of a process of this machine that has ended. */
  public static boolean isLeftOver(Path path) {
    Matcher name = TEMPORARY.matcher(path.getFileName().toString());
    return name.matches() && ProcessIdentity.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void write(Path path, Content content) throws IOException {
    // A link of this name would redirect the content.
    Files.deleteIfExists(path);
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.writeTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
  }

  private static void move(Path temporary, Path path) throws IOException {
    try {
      Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
