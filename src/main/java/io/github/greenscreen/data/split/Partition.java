package io.github.greenscreen.data.split;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shares of training, validation and test images in percent, written {@code 80-10-10}. If the
 * training and validation images are joined to train on, it is written {@code 80+10-10}: the test
 * images stay the same, and there is no validation.
 *
 * @param training percent of the images to train on, at least 1
 * @param validation percent to validate on, at least 1
 * @param test percent to test on, at least 1; the three sum to 100
 * @param isJoined whether the validation images are also trained on
 */
public record Partition(int training, int validation, int test, boolean isJoined) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,2})([-+])(\\d{1,2})-(\\d{1,2})");

  public Partition {
    if (training < 1 || validation < 1 || test < 1 || training + validation + test != 100) {
      throw new IllegalArgumentException(
          "partitioning " + training + "-" + validation + "-" + test + " does not sum to 100");
    }
  }

  /** Create shares of which the validation images are validated on. */
  public Partition(int training, int validation, int test) {
    this(training, validation, test, false);
  }

  /** Return these shares, with training and validation images joined to train on. */
  public Partition joined() {
    return new Partition(training, validation, test, true);
  }

  /** Return the spelling in {@code parameters.yaml}. */
  public String configName() {
    return "%d%s%d-%d".formatted(training, isJoined ? "+" : "-", validation, test);
  }

  /**
   * Parse {@code text}; return empty unless it consists of three positive shares that sum to 100.
   */
  public static Optional<Partition> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int training = Integer.parseInt(matcher.group(1));
    int validation = Integer.parseInt(matcher.group(3));
    int test = Integer.parseInt(matcher.group(4));
    boolean whole = training + validation + test == 100;
    return whole && training > 0 && validation > 0 && test > 0
        ? Optional.of(new Partition(training, validation, test, matcher.group(2).equals("+")))
        : Optional.empty();
  }

  /** Return the text from which {@link #parse} creates an equal partition. */
  public String spelled() {
    return "%s-%s-%s".formatted(training, validation, test);
  }
}
