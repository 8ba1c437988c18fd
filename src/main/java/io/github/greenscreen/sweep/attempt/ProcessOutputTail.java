package io.github.greenscreen.sweep.attempt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The output of the process of an attempt, which may explain its end.
 *
 * @param file the file with the output of all attempts
 * @param begin its length before this attempt
 */
record ProcessOutputTail(Path file, long begin) {
  private static final int LONGEST_TAIL = 1 << 16;
  private static final int LONGEST_LINE = 200;

  /** Remember the current length of {@code file}. */
  static ProcessOutputTail from(Path file) {
    try {
      return new ProcessOutputTail(file, Files.exists(file) ? Files.size(file) : 0);
    } catch (IOException e) {
      return new ProcessOutputTail(file, 0);
    }
  }

  /** Return the last line of the attempt that matches {@code sign}, shortened. */
  Optional<String> last(Predicate<String> sign) {
    return tail()
        .lines()
        .map(String::strip)
        .filter(sign)
        .reduce((first, second) -> second)
        .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…");
  }

  private String tail() {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long size = channel.size();
      channel.position(Math.max(Math.min(begin, size), size - LONGEST_TAIL));
      ByteBuffer bytes = ByteBuffer.allocate(LONGEST_TAIL);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Read to the end of the file.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
