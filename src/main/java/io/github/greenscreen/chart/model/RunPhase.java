package io.github.greenscreen.chart.model;

import java.util.Objects;

/**
 * A phase of a run, as a time interval.
 *
 * @param kind kind of phase
 * @param fromMillis start, in milliseconds since 1970
 * @param toMillis end, in milliseconds since 1970
 */
public record RunPhase(Kind kind, long fromMillis, long toMillis) {
  public RunPhase {
    Objects.requireNonNull(kind);
  }

  /** The kind of a phase. */
  public enum Kind {
    /** Before the first epoch: meters start, images and network are loaded. */
    LOAD("load", 0xC9CDD3),
    /** The training part of an epoch. */
    TRAIN("train", 0xFBF0D9),
    /** The validation part of an epoch. */
    VALIDATE("validate", 0xC6DFEE),
    /** Whole epochs that are too short to show their parts separately. */
    EPOCHS("train and validate", 0xFBF0D9),
    /** After the last epoch: test and shutdown. */
    TEST("test and end", 0x9FC5BA);

    private final String configName;
    private final int rgb;

    Kind(String configName, int rgb) {
      this.configName = configName;
      this.rgb = rgb;
    }

    /** Return the name in a legend. */
    public String configName() {
      return configName;
    }

    /** Return the fill colour as 0xRRGGBB. */
    public int rgb() {
      return rgb;
    }
  }
}
