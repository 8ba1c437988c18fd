package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.power.PowerSample;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A {@code nvidia-smi} process that prints rows continuously until it is closed. Its own thread
 * reads and stamps them as they arrive. The stream monitors itself: {@link #fault} reports whether
 * it has ended, fallen silent, or degraded. Thread-safe.
 */
final class NvidiaSmiStream implements AutoCloseable {
  /** Rows without power, after good ones of the same GPU, that count as a fault. */
  private static final int ROTTEN = 3;

  private static final int MAX_RUBBISH = 1000;
  private static final int LONGEST_LINE = 4096;
  private static final int MAX_WAITING = 100_000;

  private final Process process;
  private final NvidiaSmiParser rows;
  private final LongSupplier clock;
  private final Duration firstPatience;
  private final Duration timeout;
  private final Deque<PowerSample> waiting = new ArrayDeque<>();
  private final Map<String, Integer> rotten = new HashMap<>();
  private long heardNanos = System.nanoTime();
  private int goodRows;
  private int rubbish;
  private boolean isStarted;
  private boolean isOver;
  private volatile boolean isClosed;

  private NvidiaSmiStream(
      Process process, NvidiaSmiParser rows, LongSupplier clock, Duration first, Duration timeout) {
    this.process = process;
    this.rows = rows;
    this.clock = clock;
    this.firstPatience = first;
    this.timeout = timeout;
  }

  /**
   * Start {@code command}.
   *
   * @param clock stamps the samples, in milliseconds since 1970
   * @param first timeout for the first row
   * @param timeout maximum silence afterwards
   */
  static NvidiaSmiStream start(
      List<String> command,
      NvidiaSmiParser rows,
      LongSupplier clock,
      Duration first,
      Duration timeout)
      throws IOException {
    NvidiaSmiStream loop =
        new NvidiaSmiStream(CommandRunner.start(command), rows, clock, first, timeout);
    Thread reader = new Thread(loop::read, "nvidia-smi loop");
    reader.setDaemon(true);
    reader.start();
    return loop;
  }

  /**
   * Return the samples that have arrived since the last call. If there are none, wait for one or
   * for a fault: at most {@code longest}, but without limit before the first row. Loop and reader
   * keep the same period by different clocks.
   */
  synchronized List<PowerSample> take(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (waiting.isEmpty() && fault().isEmpty() && (!isStarted || System.nanoTime() - end < 0)) {
      // A row or the end notifies the waiting thread; silence does not.
      long silence = heardNanos + timeout().toNanos();
      long next = isStarted && end - silence < 0 ? end : silence;
      wait(1 + Math.max(0, next - System.nanoTime()) / 1_000_000);
    }
    List<PowerSample> samples = new ArrayList<>(waiting);
    waiting.clear();
    return samples;
  }

  /** Return the fault of the loop, if any. */
  synchronized Optional<String> fault() {
    if (isOver) {
      return Optional.of(ending());
    }
    Duration silent = Duration.ofNanos(System.nanoTime() - heardNanos);
    if (silent.compareTo(timeout()) > 0) {
      return Optional.of("has printed no row for " + timeout().toMillis() / 1000.0 + " s");
    }
    return rotten.entrySet().stream()
        .filter(entry -> entry.getValue() >= ROTTEN)
        .map(entry -> "no longer reports power of " + entry.getKey())
        .findFirst();
  }

  /** Return the number of rows with a power. */
  synchronized int goodRows() {
    return goodRows;
  }

  @Override
  public void close() {
    isClosed = true;
    CommandRunner.kill(process);
  }

  private Duration timeout() {
    return isStarted ? timeout : firstPatience;
  }

  private String ending() {
    if (rubbish >= MAX_RUBBISH) {
      return "printed invalid output";
    }
    return process.isAlive() ? "closed its output" : "ended, exit code " + process.exitValue();
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(process.getInputStream())) {
      StringBuilder line = new StringBuilder();
      // A line without its line end is incomplete and is ignored.
      for (int next = in.read(); goesOn(next); next = in.read()) {
        if (next == '\n') {
          take(line.toString());
          line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
          line.append((char) next);
        }
      }
    } catch (IOException e) {
      // The process has been killed.
    } finally {
      end();
    }
  }

  /** The output of a loop that is being killed is no fault. */
  private boolean goesOn(int next) {
    return next >= 0 && rubbish < MAX_RUBBISH && !isClosed;
  }

  private void take(String latin) {
    String line = new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    Optional<PowerSample> sample = rows.parseLine(line, clock.getAsLong());
    synchronized (this) {
      rubbish = sample.isPresent() ? 0 : rubbish + 1;
      sample.ifPresent(this::add);
    }
  }

  private synchronized void add(PowerSample sample) {
    boolean good = Double.isFinite(sample.powerW());
    goodRows += good ? 1 : 0;
    // A GPU that never reports its power cannot degrade.
    if (good || !rows.expects(sample.device())) {
      rotten.remove(sample.device());
    } else {
      rotten.merge(sample.device(), 1, Integer::sum);
    }
    if (waiting.size() < MAX_WAITING) {
      waiting.add(sample);
    }
    heardNanos = System.nanoTime();
    isStarted = true;
    notifyAll();
  }

  private void end() {
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      isOver = true;
      notifyAll();
    }
  }
}
