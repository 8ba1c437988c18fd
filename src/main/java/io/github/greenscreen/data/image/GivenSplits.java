package io.github.greenscreen.data.image;

/**
 * The splits that a data set itself defines: its last images validate and test, in this order, and
 * all before them are for training.
 *
 * @param validation number of validation images; 0 if the data set defines no validation split
 * @param test number of test images; 0 if it defines no test split
 */
public record GivenSplits(int validation, int test) {
  /** No split is defined, so that all are drawn. */
  public static final GivenSplits NONE = new GivenSplits(0, 0);

  public GivenSplits {
    if (validation < 0 || test < 0) {
      throw new IllegalArgumentException(validation + " and " + test + " are not sizes of splits");
    }
  }

  /** Return whether the data set defines which images validate. */
  public boolean hasValidation() {
    return validation > 0;
  }

  /** Return whether the data set defines which images test. */
  public boolean hasTest() {
    return test > 0;
  }

  /** Return how many of {@code all} images are for training, or drawn from. */
  public int training(int all) {
    return all - validation - test;
  }
}
