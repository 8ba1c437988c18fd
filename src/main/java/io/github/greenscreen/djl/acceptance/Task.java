package io.github.greenscreen.djl.acceptance;

import java.util.Locale;

/** The task of a child process, its first argument. */
public enum Task {
  /** Report the device and its properties. */
  DEVICE,
  /** Train the given modes on the CPU, and save their states after the first epoch. */
  REFERENCE,
  /** Continue from these states on the device. */
  COMPARE,
  /** Train for some epochs and report the memory in use after each. */
  MEMORY,
  /** Time training steps and count their operations. */
  SPEED;

  /** Return the task whose {@link #word} is {@code word}. */
  public static Task of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
