package io.github.greenscreen.config.syntax;

import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads the text of a configuration file, or explains why it cannot be read. */
public final class ConfigFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Maximum file size. SnakeYAML needs time quadratic in the length of a line, so a wrong file
   * could take minutes.
   */
  private static final long MAX_BYTES = 1 << 20;

  private ConfigFile() {}

  /**
   * Return the text of {@code file}, which the user set with {@code option}; if it cannot be read,
   * add the reason to {@code problems} and return empty.
   */
  public static Optional<String> read(Path file, String option, ConfigErrors problems) {
    if (Files.isDirectory(file)) {
      problems.add("is a folder; expected a file such as config.yaml");
      return Optional.empty();
    }
    try {
      long bytes = Files.size(file);
      if (bytes > MAX_BYTES) {
        problems.add(
            String.format(
                Locale.ROOT,
                "has %,d bytes; expected a file such as config.yaml, of %,d bytes at most",
                bytes,
                MAX_BYTES));
        return Optional.empty();
      }
      return decode(Files.readAllBytes(file), problems);
    } catch (NoSuchFileException e) {
      problems.add("no such file; specify the file with " + option);
    } catch (AccessDeniedException e) {
      problems.add("cannot be read: permission denied; change its permissions");
    } catch (IOException e) {
      problems.add("cannot be read: " + FailureReason.of(e));
    }
    return Optional.empty();
  }

  private static Optional<String> decode(byte[] bytes, ConfigErrors problems) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      problems.add(line, "is not UTF-8 text; save the file as UTF-8");
      return Optional.empty();
    }
    return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
  }
}
