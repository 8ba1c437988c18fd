package io.github.greenscreen.power;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in the log what keeps a meter from answering: each reason once as a warning, so that a fault
 * of hours does not fill the disk, and again only for debugging. Thread-safe.
 */
final class MeterErrorLog {
  private static final Logger LOG = LoggerFactory.getLogger(MeterErrorLog.class);

  /** A tool that prints rubbish has a new reason at every tick. */
  private static final int MOST = 40;

  private static final int LONGEST = 300;

  private final String meter;
  private final Set<String> reasons = new LinkedHashSet<>();
  private boolean muted;

  /** Speak for the meter of that name. */
  MeterErrorLog(String meter) {
    this.meter = meter;
  }

  /** Say that power is missing, because of {@code reason}. */
  synchronized void say(String reason) {
    String text = reason.strip();
    text = text.substring(0, Math.min(text.length(), LONGEST));
    if (!muted && reasons.size() < MOST && reasons.add(text)) {
      LOG.warn("power meter {}: {}", meter, text);
    } else {
      LOG.debug("power meter {}: {}", meter, text);
    }
  }

  /** Keep reasons out of the log and forget them, while a meter is only tried. */
  synchronized void mute(boolean wanted) {
    muted = wanted;
  }

  /** Return the different reasons so far. */
  synchronized List<String> reasons() {
    return List.copyOf(reasons);
  }
}
