package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one meter for its first power, on a thread of its own because it may never answer. */
final class MeterProbe {
  private static final Logger LOG = LoggerFactory.getLogger(MeterProbe.class);

  /** Number of attempts to read a silent meter; some need several to respond. */
  private static final int ATTEMPTS = 5;

  private static final long PAUSE_MILLIS = 300;

  /** How long a meter may take to give up. */
  private static final long CLOSING_MILLIS = 2000;

  private static final int MAX_REASONS = 3;

  private final PowerMeter meter;
  private final Thread thread;
  private volatile List<PowerSample> samples = List.of();
  private volatile boolean isOver;

  private MeterProbe(PowerMeter meter) {
    this.meter = meter;
    this.thread = new Thread(this::ask, "meter probe");
    thread.setDaemon(true);
  }

  /** Start to ask {@code meter}. */
  static MeterProbe start(PowerMeter meter) {
    MeterProbe probe = new MeterProbe(meter);
    probe.thread.start();
    return probe;
  }

  /** Return the meter. */
  PowerMeter meter() {
    return meter;
  }

  /** Wait for its answer until {@code endNanos} of the system's timer. */
  void await(long endNanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, endNanos - System.nanoTime()));
  }

  /** Return its first samples with a power; empty if it has none so far. */
  List<PowerSample> samples() {
    return isOver ? samples : List.of();
  }

  /** Stop asking and close the meter. */
  void stop() {
    thread.interrupt();
    try {
      thread.join(CLOSING_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    meter.close();
  }

  /** Return why it has not answered within {@code patience}, and what to do about it. */
  String reason(Duration patience) {
    List<String> reasons = meter.errorLog();
    if (!reasons.isEmpty()) {
      return String.join("; ", reasons.subList(0, Math.min(MAX_REASONS, reasons.size())));
    }
    return isOver
        ? "no reading had a power; see docs/power.md, \"Power meters\", for what it needs"
        : "no answer within %s s; choose another meter with --meter"
            .formatted("" + patience.toSeconds());
  }

  private void ask() {
    try {
      for (int i = 0; i < ATTEMPTS && samples.isEmpty(); i++) {
        Thread.sleep(i == 0 ? 0 : PAUSE_MILLIS);
        List<PowerSample> reading = meter.read();
        if (reading.stream().anyMatch(sample -> Double.isFinite(sample.powerW()))) {
          samples = reading;
        }
      }
    } catch (InterruptedException e) {
      // Nobody waits for the answer any more.
      return;
    } catch (RuntimeException | LinkageError e) {
      LOG.debug("power meter {} failed", meter.name(), e);
    }
    isOver = true;
  }
}
