package io.github.greenscreen.power;

import io.github.greenscreen.failure.FailureReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a meter in the background from {@link #start} to {@link #close}: at once (and again soon if
 * a power is the difference of two readings), then once per period by the monotonic clock, and at
 * the end until a sample is later than the end, for at most 1.5 s, because loops and averages
 * report with a delay. A reading that takes longer than a period skips ticks and does not shift the
 * later ones. An exception of the meter or the sink does not end the sampling. Thread-safe; only
 * the sampler's own thread reads the meter, which stays open.
 */
public final class PowerSampler implements AutoCloseable {
  /** Default time between readings. */
  public static final Duration DEFAULT_PERIOD = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(PowerSampler.class);
  private static final long MIN_JUMP_MILLIS = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** A tick of a loop plus half the second over which a driver averages. */
  private static final long LATEST_NEWS_MILLIS = 1500;

  private static final long STEP_MILLIS = 100;

  /** Longer than the shortest interval of any meter of differences. */
  private static final long SECOND_READING_MILLIS = 150;

  private final PowerMeter meter;
  private final Duration period;
  private final Consumer<List<PowerSample>> sink;
  private final LongSupplier jump;
  private final List<PowerSample> samples = new ArrayList<>();
  private final List<Long> ticks = new ArrayList<>();
  private final CountDownLatch firstReading = new CountDownLatch(1);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::sample, "power sampler");
  private int failedReads;
  private int emptyReads;
  private long lastMillis = Long.MIN_VALUE / 2;

  private PowerSampler(
      PowerMeter meter, Duration period, Consumer<List<PowerSample>> sink, LongSupplier jump) {
    this.meter = Objects.requireNonNull(meter);
    this.jump = jump;
    this.sink = Objects.requireNonNull(sink);
    this.period = period;
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a period of " + period + " is not above zero");
    }
    thread.setDaemon(true);
  }

  /**
   * Start reading {@code meter} every {@code period}, which must be above zero. Each non-empty
   * reading goes to {@code sink} on the sampler's thread. Meters stamp their samples with the wall
   * clock; if that was adjusted since this process began, the stamps are converted to {@link
   * MonotonicClock}.
   */
  public static PowerSampler start(
      PowerMeter meter, Duration period, Consumer<List<PowerSample>> sink) {
    return start(meter, period, sink, () -> MonotonicClock.millis() - System.currentTimeMillis());
  }

  /**
   * Start with {@code jump}, the milliseconds by which the wall clock now lags behind the monotonic
   * clock.
   */
  static PowerSampler start(
      PowerMeter meter, Duration period, Consumer<List<PowerSample>> sink, LongSupplier jump) {
    PowerSampler sampler = new PowerSampler(meter, period, sink, jump);
    sampler.thread.start();
    return sampler;
  }

  /**
   * Wait for the first reading, or the second one if only that can have a power, at most {@code
   * timeout}, and return whether it has arrived.
   */
  public boolean awaitFirstReading(Duration timeout) throws InterruptedException {
    return firstReading.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Return the number of readings so far without the power of any device. An empty reading between
   * two samples at the normal distance does not count: meters that sample by themselves may have
   * nothing new.
   */
  public int failedReads() {
    synchronized (samples) {
      return failedReads + emptyReads;
    }
  }

  /**
   * Return the actual distance of readings: the period, or the median distance if the meter is
   * slower. Failed readings are included, so that lost samples do not look like a slow meter.
   */
  public Duration cadence() {
    synchronized (samples) {
      long[] distances =
          IntStream.range(1, ticks.size())
              .mapToLong(i -> ticks.get(i) - ticks.get(i - 1))
              .sorted()
              .toArray();
      long median = distances.length == 0 ? 0 : distances[distances.length / 2];
      return median * 2 > period.toNanos() * 3 ? Duration.ofNanos(median) : period;
    }
  }

  /** Return a copy of all samples so far, in order of arrival. */
  public List<PowerSample> samples() {
    synchronized (samples) {
      return List.copyOf(samples);
    }
  }

  /**
   * Take the last readings and stop. A meter that hangs is interrupted after two seconds. Closing
   * twice has no effect.
   */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(PATIENCE.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  /** Return the first tick after {@code now} of a grid that began at {@code start}. */
  static long nextTick(long start, long period, long now) {
    return start + ((now - start) / period + 1) * period;
  }

  private void sample() {
    long start = System.nanoTime();
    try {
      readOnce();
      if (meter.needsTwoReadings() && samples().isEmpty()) {
        // A power between two readings is known soon, and not only after a period.
        boolean unused = stop.await(SECOND_READING_MILLIS, TimeUnit.MILLISECONDS);
        forgetEmptyReads();
        readOnce();
      }
      firstReading.countDown();
      boolean stopped;
      do {
        long now = System.nanoTime();
        long wait = nextTick(start, period.toNanos(), now) - now;
        stopped = stop.await(wait, TimeUnit.NANOSECONDS);
        readOnce();
      } while (!stopped);
      catchUp(MonotonicClock.millis());
    } catch (InterruptedException e) {
      LOG.debug("the power sampler was interrupted in the middle of a reading");
    }
  }

  private void forgetEmptyReads() {
    synchronized (samples) {
      emptyReads = 0;
    }
  }

  /**
   * Continue to read until a sample is as late as {@code endMillis}, unless the newest is too old.
   */
  private void catchUp(long endMillis) throws InterruptedException {
    long behind = endMillis - newestMillis();
    while (behind > MIN_JUMP_MILLIS
        && behind < LATEST_NEWS_MILLIS
        && MonotonicClock.millis() - endMillis < LATEST_NEWS_MILLIS) {
      Thread.sleep(Math.min(behind, STEP_MILLIS));
      readOnce();
      behind = endMillis - newestMillis();
    }
  }

  private long newestMillis() {
    synchronized (samples) {
      return lastMillis;
    }
  }

  private void readOnce() {
    long tick = System.nanoTime();
    List<PowerSample> reading = read();
    synchronized (samples) {
      ticks.add(tick);
      samples.addAll(reading);
      count(reading);
    }
    if (!reading.isEmpty()) {
      handOver(reading);
    }
  }

  private void count(List<PowerSample> reading) {
    if (reading.isEmpty()) {
      emptyReads++;
    } else if (reading.stream().noneMatch(sample -> Double.isFinite(sample.powerW()))) {
      failedReads++;
    } else {
      double distance = reading.get(0).timeMillis() - (double) lastMillis;
      boolean late = distance > PowerTrace.LATEST * period.toMillis();
      failedReads += late ? emptyReads : 0;
      emptyReads = 0;
      lastMillis = reading.get(reading.size() - 1).timeMillis();
    }
  }

  private List<PowerSample> read() {
    try {
      List<PowerSample> reading = meter.read();
      long lag = jump.getAsLong();
      return Math.abs(lag) < MIN_JUMP_MILLIS
          ? reading
          : reading.stream().map(sample -> sample.later(lag)).toList();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("lost a power reading: {}", FailureReason.of(e));
      LOG.debug("stack trace", e);
      return List.of();
    }
  }

  private void handOver(List<PowerSample> reading) {
    try {
      sink.accept(reading);
    } catch (RuntimeException e) {
      LOG.warn("cannot store a power sample: {}", FailureReason.of(e));
      LOG.debug("stack trace", e);
    }
  }
}
