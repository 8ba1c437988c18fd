package io.github.greenscreen.power.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The first line of {@code /proc/stat}: the busy time of all processors together since boot.
 *
 * @param busy busy time in ticks of 10 ms
 * @param all total time in ticks
 */
record CpuTimes(long busy, long all) {
  private static final int FIRST_NUMBER = 1;
  private static final int IDLE = 3;
  private static final int IO_WAIT = 4;

  /**
   * User, nice, system, idle, I/O wait, interrupts (2), steal; the following fields are included in
   * user.
   */
  private static final int COUNTED = 8;

  /** Read {@code file}. */
  static CpuTimes read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] words = lines.isEmpty() ? new String[0] : lines.get(0).strip().split(" +");
    if (words.length < 5
        || !words[0].equals("cpu")
        || !Arrays.stream(words).skip(1).allMatch(word -> word.matches("\\d{1,18}"))) {
      throw new IOException("expected a line such as: cpu 4705 356 584 3699 23");
    }
    long[] ticks =
        Arrays.stream(words).skip(FIRST_NUMBER).limit(COUNTED).mapToLong(Long::parseLong).toArray();
    long all = Arrays.stream(ticks).sum();
    long waiting = ticks[IDLE] + (ticks.length > IO_WAIT ? ticks[IO_WAIT] : 0);
    return new CpuTimes(all - waiting, all);
  }

  /** Return the busy share of the time since {@code before}; NaN if no time has passed. */
  double utilizationSince(CpuTimes before) {
    long passed = all - before.all;
    return passed <= 0
        ? Double.NaN
        : Math.min(1, Math.max(0, (busy - before.busy) / (double) passed));
  }
}
