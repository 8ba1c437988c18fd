package io.github.greenscreen.djl.acceptance;

import java.util.Locale;

/** What a child process is asked for, the first of its arguments. */
public enum Task {
  /** Say what trains: the device and what else there is to know. */
  DEVICE,
  /** Train the modes named on the CPU, and leave their states after the first epoch. */
  REFERENCE,
  /** Go on from these states on the device. */
  COMPARE,
  /** Train for some epochs and say after each how much memory is in use. */
  MEMORY,
  /** Time and count what steps do. */
  SPEED;

  /** Return the task that {@link #word} names. */
  public static Task of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
