package io.github.greenscreen.run.io;

import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A text file of a run folder that survives a killed writer: it is replaced as a whole or grows by
 * complete lines. Every failure becomes a {@link RunFolderException}.
 *
 * @param path path of the file, which need not exist
 */
public record LineFile(Path path) {

  /** Read the whole file as UTF-8, or return empty if it does not exist. */
  public Optional<String> text() {
    try {
      return Optional.of(Files.readString(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw RunFolderException.cannot("read", path, e);
    }
  }

  /** Return the size in bytes, or empty if the file does not exist. */
  public OptionalLong size() {
    try {
      return OptionalLong.of(Files.size(path));
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    } catch (IOException e) {
      throw RunFolderException.cannot("read", path, e);
    }
  }

  /** Replace the file, so that a reader sees all of the old or all of the new content. */
  public void replace(String content) {
    replace(content.getBytes(StandardCharsets.UTF_8));
  }

  /** Replace the file, as above, by bytes that are not text, and return its path. */
  public Path replace(byte[] content) {
    try {
      AtomicFile.replace(path, content);
      return path;
    } catch (IOException e) {
      throw RunFolderException.cannot("write", path, e);
    }
  }

  /**
   * Append {@code lines}, after {@code header} if the file is new or empty. An incomplete last line
   * of a killed writer is cut off first.
   *
   * @param force whether to wait until the data are on disk
   */
  public void append(String header, String lines, boolean force) {
    try (FileChannel channel =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = endOfLastLine(channel);
      channel.truncate(end);
      channel.position(end);
      write(channel, end == 0 ? header + lines : lines);
      if (force) {
        channel.force(true);
      }
    } catch (IOException e) {
      throw RunFolderException.cannot("write", path, e);
    }
  }

  /** Delete the file if it exists. */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw RunFolderException.cannot("delete", path, e);
    }
  }

  private static void write(FileChannel channel, String content) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** Return the position after the last line feed, 0 if the file has none. */
  private static long endOfLastLine(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long end = channel.size();
    while (end > 0) {
      one.clear();
      channel.read(one, end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
      end--;
    }
    return 0;
  }
}
