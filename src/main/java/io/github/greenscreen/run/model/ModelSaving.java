package io.github.greenscreen.run.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which runs keep their trained network. */
public enum ModelSaving {
  /** Of a sweep and its baseline, those that no other run beats so far; all other runs. */
  BEST,
  /** All runs. */
  ALL,
  /** No run. */
  NONE;

  /** Return the spelling in {@code status.yaml} and on the command line. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return the constant that is spelled {@code text}. */
  public static Optional<ModelSaving> find(String text) {
    return Arrays.stream(values()).filter(each -> each.configName().equals(text)).findFirst();
  }
}
