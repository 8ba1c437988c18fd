package io.github.greenscreen.run;

import io.github.greenscreen.run.format.LogsFile;
import io.github.greenscreen.run.io.LineFile;
import io.github.greenscreen.run.model.EpochRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of a run in training, for its only writer. It remembers every line: a log that is cut
 * off, emptied or removed meanwhile is rewritten, so that a run which ends regularly always has all
 * its rows. Not thread-safe.
 */
public final class EpochLog {
  private static final Logger LOG = LoggerFactory.getLogger(EpochLog.class);

  private final LineFile file;
  private final List<String> lines;
  private long bytes;

  /**
   * Continue after {@code lines}, the header first, which {@code file} holds; none if no file
   * exists.
   */
  EpochLog(LineFile file, List<String> lines) {
    this.file = file;
    this.lines = new ArrayList<>(lines);
    this.bytes = lines.stream().mapToLong(EpochLog::bytes).sum();
  }

  /** Append one row and force it to disk, so that a killed run loses at most the current epoch. */
  public void append(EpochRow row) {
    List<String> more = new ArrayList<>();
    if (lines.isEmpty()) {
      more.add(LogsFile.HEADER.stripTrailing());
    }
    more.add(LogsFile.format(row).stripTrailing());
    boolean whole = isWhole();
    lines.addAll(more);
    bytes += more.stream().mapToLong(EpochLog::bytes).sum();
    if (whole) {
      file.append("", text(more), true);
    } else {
      rewrite();
    }
  }

  /** Rewrite the log if it differs from the lines written so far. */
  public void restore() {
    if (!isWhole()) {
      rewrite();
    }
  }

  /** Return all lines, the header first, without line feeds. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  private boolean isWhole() {
    return file.size().orElse(0) == bytes;
  }

  private void rewrite() {
    LOG.warn("{} was modified by another program and is rewritten", file.path());
    file.replace(text(lines));
  }

  private static String text(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static long bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length + 1L;
  }
}
