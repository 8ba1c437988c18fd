package io.github.greenscreen.cli.train;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects that the watching parent process has exited: it holds the other end of a pipe, and this
 * end reaches the end of input.
 */
final class EndOfInput {
  private static final Logger LOG = LoggerFactory.getLogger(EndOfInput.class);

  private EndOfInput() {}

  /** Call {@code gone} when {@code input} ends. */
  static void watch(InputStream input, Runnable gone) {
    Thread thread = new Thread(() -> await(input, gone), "watch for the end of input");
    thread.setDaemon(true);
    thread.start();
  }

  private static void await(InputStream input, Runnable gone) {
    try {
      while (input.read() >= 0) {
        // The pipe carries no data.
      }
    } catch (IOException e) {
      LOG.debug("the input cannot be read", e);
    }
    gone.run();
  }
}
