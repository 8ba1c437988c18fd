package io.github.greenscreen.chart;

import java.util.Objects;

/**
 * A phase of a run in time.
 *
 * @param kind what the run did
 * @param fromMillis when it began, in milliseconds since 1970
 * @param toMillis when it ended, likewise
 */
public record RunPhase(Kind kind, long fromMillis, long toMillis) {
  public RunPhase {
    Objects.requireNonNull(kind);
  }

  /** What a run does. */
  public enum Kind {
    /** Before the first epoch: the meter answers, pictures and network are loaded. */
    LOAD("load", 0xC9CDD3),
    /** The part of an epoch that trains. */
    TRAIN("train", 0xFBF0D9),
    /** The part of an epoch that validates. */
    VALIDATE("validate", 0xC6DFEE),
    /** Epochs too narrow to tell their parts apart. */
    EPOCHS("train and validate", 0xFBF0D9),
    /** After the last epoch: the test, and what else ends a run. */
    TEST("test and end", 0x9FC5BA);

    private final String spelling;
    private final int rgb;

    Kind(String spelling, int rgb) {
      this.spelling = spelling;
      this.rgb = rgb;
    }

    /** Return its name in a legend. */
    public String spelling() {
      return spelling;
    }

    int rgb() {
      return rgb;
    }
  }
}
