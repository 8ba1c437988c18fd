package io.github.greenscreen.power;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs why a meter does not answer: each reason once as a warning, so that a fault of hours does
 * not fill the disk, and repetitions at debug level only. Thread-safe.
 */
public final class MeterErrorLog {
  private static final Logger LOG = LoggerFactory.getLogger(MeterErrorLog.class);

  /** Maximum number of reasons; a tool that prints garbage has a new one at every reading. */
  private static final int MAX = 40;

  private static final int LONGEST = 300;

  private final String meter;
  private final Set<String> reasons = new LinkedHashSet<>();
  private boolean muted;

  /** Create the log of the meter {@code meter}. */
  public MeterErrorLog(String meter) {
    this.meter = meter;
  }

  /** Log that power is missing, because of {@code reason}. */
  public synchronized void say(String reason) {
    String text = reason.strip();
    text = text.substring(0, Math.min(text.length(), LONGEST));
    if (!muted && reasons.size() < MAX && reasons.add(text)) {
      LOG.warn("power meter {}: {}", meter, text);
    } else {
      LOG.debug("power meter {}: {}", meter, text);
    }
  }

  /** Suppress and forget reasons while a meter is only probed. */
  public synchronized void mute(boolean wanted) {
    muted = wanted;
  }

  /** Return the distinct reasons so far. */
  public synchronized List<String> reasons() {
    return List.copyOf(reasons);
  }
}
