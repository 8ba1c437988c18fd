package io.github.greenscreen.run.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** A confusion matrix: numbers of images by their true and their predicted class. Immutable. */
public final class ConfusionTable {
  private final List<String> classes;
  private final long[] counts;

  private ConfusionTable(List<String> classes, long[] counts) {
    this.classes = List.copyOf(classes);
    this.counts = counts;
  }

  /**
   * Return a table.
   *
   * @param classes names of the classes
   * @param counts images by true class (row) and predicted class (column), row by row; copied
   */
  public static ConfusionTable of(List<String> classes, long... counts) {
    if (counts.length != classes.size() * classes.size()) {
      throw new IllegalArgumentException(counts.length + " counts of " + classes.size());
    }
    return new ConfusionTable(classes, counts.clone());
  }

  /** Return the names of the classes, in the order of rows and columns. */
  public List<String> classes() {
    return classes;
  }

  /** Return the number of images of class {@code truth} that were taken for {@code predicted}. */
  public long count(int truth, int predicted) {
    return counts[truth * classes.size() + predicted];
  }

  /** Return the number of all images. */
  public long images() {
    return Arrays.stream(counts).sum();
  }

  /** Return the counts of every class, in the order of {@link #classes}. */
  public List<ClassCounts> byClass() {
    return ClassCounts.of(counts, classes.size());
  }

  /**
   * Return the share of each cell in its row, 0 to 1, by true and predicted class; NaN in the row
   * of a class without images.
   */
  public double[][] shares() {
    List<ClassCounts> rows = byClass();
    double[][] shares = new double[classes.size()][classes.size()];
    for (int truth = 0; truth < shares.length; truth++) {
      for (int predicted = 0; predicted < shares.length; predicted++) {
        shares[truth][predicted] = (double) count(truth, predicted) / rows.get(truth).images();
      }
    }
    return shares;
  }

  /** Return the {@code most} most frequent confusions, each of at least one image. */
  public List<Confusion> confusions(int most) {
    List<ClassCounts> rows = byClass();
    List<Confusion> all = new ArrayList<>();
    for (int cell = 0; cell < counts.length; cell++) {
      int truth = cell / classes.size();
      int predicted = cell % classes.size();
      if (truth != predicted && counts[cell] > 0) {
        double share = (double) counts[cell] / rows.get(truth).images();
        all.add(new Confusion(classes.get(truth), classes.get(predicted), counts[cell], share));
      }
    }
    return all.stream()
        .sorted(Comparator.comparingLong(Confusion::images).reversed())
        .limit(most)
        .toList();
  }

  /**
   * Images of one class that were taken for another.
   *
   * @param truth their class
   * @param predicted the predicted class
   * @param images number of these images
   * @param share their share of all images of their class, 0 to 1
   */
  public record Confusion(String truth, String predicted, long images, double share) {}

  /** Return the mean F1 of the classes that occur, 0 to 1; NaN if none does. */
  public double macroF1() {
    return ClassCounts.macroF1(byClass());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionTable table
        && classes.equals(table.classes)
        && Arrays.equals(counts, table.counts);
  }

  @Override
  public int hashCode() {
    return 31 * classes.hashCode() + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return classes + " " + Arrays.toString(counts);
  }
}
