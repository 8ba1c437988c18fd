package io.github.greenscreen.run.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a confusion matrix says of one class.
 *
 * @param images images of the class
 * @param predicted images that the network takes for the class
 * @param hits images of the class that the network takes for it
 */
public record ClassCounts(long images, long predicted, long hits) {

  /**
   * Return the counts of every class.
   *
   * @param table images by true class (row) and predicted class (column), row by row
   * @param classes number of rows of the table
   */
  public static List<ClassCounts> of(long[] table, int classes) {
    return IntStream.range(0, classes).mapToObj(each -> of(table, classes, each)).toList();
  }

  private static ClassCounts of(long[] table, int classes, int each) {
    long images = 0;
    long predicted = 0;
    for (int other = 0; other < classes; other++) {
      images += table[each * classes + other];
      predicted += table[other * classes + each];
    }
    return new ClassCounts(images, predicted, table[each * classes + each]);
  }

  /** Return hits ÷ predicted, 0 to 1; NaN if the class was never predicted. */
  public double precision() {
    return (double) hits / predicted;
  }

  /** Return hits ÷ images, 0 to 1; NaN if there is no image of the class. */
  public double recall() {
    return (double) hits / images;
  }

  /**
   * Return 2 · hits ÷ (images + predicted), 0 to 1: the harmonic mean of precision and recall if
   * both are known; NaN if the class occurs neither as truth nor as prediction.
   */
  public double f1() {
    return 2.0 * hits / (images + predicted);
  }

  /** Return the mean F1 of the classes that occur, 0 to 1; NaN if none does. */
  public static double macroF1(List<ClassCounts> classes) {
    return classes.stream()
        .mapToDouble(ClassCounts::f1)
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }
}
