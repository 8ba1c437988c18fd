package io.github.greenscreen.simulation;

import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a table in UTF-8, or in UTF-16 if a byte order mark says so. */
final class TableText {
  private static final String EXPECTED =
      "; expected a line of column names and a line for each measured configuration";

  /** Blanks before an object, or before a list of objects, lists, texts, or numbers. */
  private static final Pattern JSON = Pattern.compile("^(\\s*)(\\{|\\[\\s*[\\[{\"\\d\\]-])");

  private TableText() {}

  /**
   * Read {@code file} without its byte order mark; throw {@link SimulationException} if it cannot
   * be read or is not text.
   */
  static String read(Path file) {
    byte[] bytes = bytes(file);
    archive(bytes)
        .ifPresent(
            kind -> {
              throw new SimulationException(file + ": " + kind + "; expected a CSV table");
            });
    String text = decoded(file, bytes);
    rejectJson(file, text);
    return text;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new SimulationException(
          file + ": no such file; specify a CSV table of measured results, or a folder of runs");
    } catch (AccessDeniedException e) {
      throw new SimulationException("cannot read " + file + ": permission denied");
    } catch (IOException e) {
      throw new SimulationException("cannot read " + file + ": " + FailureReason.of(e));
    }
  }

  /** Return what a file that is no text is, by its first bytes. */
  private static Optional<String> archive(byte[] bytes) {
    if (startsWith(bytes, 'P', 'K', 3, 4)) {
      return Optional.of("a workbook or ZIP archive; save the sheet as CSV");
    }
    if (startsWith(bytes, 0x1f, 0x8b)) {
      return Optional.of("compressed with gzip; decompress it");
    }
    return startsWith(bytes, 'P', 'A', 'R', '1')
        ? Optional.of("a Parquet file; save the table as CSV")
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static String decoded(Path file, byte[] bytes) {
    boolean wide = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
    Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new SimulationException(file + ": not UTF-8 text; expected a CSV table in UTF-8");
    }
  }

  private static void rejectJson(Path file, String text) {
    Matcher json = JSON.matcher(text);
    if (json.find()) {
      throw new SimulationException(
          "%s: not CSV, line %s: the text looks like JSON%s"
              .formatted(file, 1 + json.group(1).chars().filter(c -> c == '\n').count(), EXPECTED));
    }
  }
}
