package io.github.greenscreen.cli;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects in a run that the process that watches it has exited, which holds the other end of a
 * pipe.
 */
final class EndOfInput {
  private static final Logger LOG = LoggerFactory.getLogger(EndOfInput.class);

  private EndOfInput() {}

  /** Call {@code gone} once {@code input} ends. */
  static void watch(InputStream input, Runnable gone) {
    Thread thread = new Thread(() -> await(input, gone), "watch for the end of input");
    thread.setDaemon(true);
    thread.start();
  }

  private static void await(InputStream input, Runnable gone) {
    try {
      while (input.read() >= 0) {
        // Nothing is said on this way.
      }
    } catch (IOException e) {
      LOG.debug("the input cannot be read", e);
    }
    gone.run();
  }
}
