package io.github.greenscreen.djl.selftest;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The settings to train with, and the reason for them.
 *
 * @param settings the first settings that work
 * @param reason why not the fastest, in words that follow "PyTorch"; empty if these are the fastest
 * @param imagesPerSecond training speed in the self-test; NaN if none ran
 * @param instructions instruction set as oneDNN names it, empty if unknown
 */
public record SelfTestResult(
    EngineSettings settings, String reason, double imagesPerSecond, String instructions) {
  public SelfTestResult {
    Objects.requireNonNull(settings);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(instructions);
  }

  /** Return a result for {@code settings} that were not tested. */
  public static SelfTestResult untested(EngineSettings settings) {
    return new SelfTestResult(settings, "", Double.NaN, "");
  }

  /** Return a sentence about the workaround; empty if these are the fastest settings. */
  public Optional<String> workaround() {
    return reason.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s, because otherwise PyTorch %s; trains %s images/s in the self-test"
                .formatted(
                    settings.description(),
                    reason,
                    String.format(Locale.ROOT, "%.1f", imagesPerSecond)));
  }
}
