package io.github.greenscreen.djl.selftest;

import io.github.greenscreen.djl.selftest.ProbeResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The result that the child process of a probe writes to a file: the outcome and, on the next line,
 * images per second or a message.
 */
public record Answer(Outcome outcome, String detail) {

  /** Return the answer that all steps succeeded, at {@code imagesPerSecond}. */
  public static Answer passed(double imagesPerSecond) {
    return new Answer(Outcome.PASSED, Double.toString(imagesPerSecond));
  }

  /** Read {@code file}; empty if the process ended before it wrote one. */
  static Optional<Answer> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return lines.size() == 2
          ? Optional.of(new Answer(Outcome.valueOf(lines.get(0)), lines.get(1)))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Return the answer that a loss was not finite. */
  public static Answer notFinite(String what) {
    return new Answer(Outcome.NOT_FINITE, what);
  }

  /** Return the answer that the engine threw an exception with {@code message}. */
  public static Answer refused(String message) {
    return new Answer(Outcome.REFUSED, message);
  }

  /** Write it to {@code file}. */
  public void write(Path file) throws IOException {
    Files.writeString(file, outcome + "\n" + detail.lines().findFirst().orElse("") + "\n");
  }

  ProbeResult result(String instructions) {
    return outcome == Outcome.PASSED
        ? ProbeResult.passed(Double.parseDouble(detail), instructions)
        : ProbeResult.of(outcome, detail);
  }
}
