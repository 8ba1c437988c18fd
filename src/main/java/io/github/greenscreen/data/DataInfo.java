package io.github.greenscreen.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The description of a data set that {@code data info} prints.
 *
 * @param name name of the data set
 * @param folder folder of its files; empty if the program draws it
 * @param classes names of the classes in the order of their labels
 * @param training official training images per class
 * @param test official test images per class, all 0 if the data set has none
 */
public record DataInfo(
    String name,
    Optional<Path> folder,
    List<String> classes,
    List<Integer> training,
    List<Integer> test) {
  public DataInfo {
    classes = List.copyOf(classes);
    training = List.copyOf(training);
    test = List.copyOf(test);
  }

  /** Return the number of official training images. */
  public int trainingImages() {
    return training.stream().mapToInt(Integer::intValue).sum();
  }

  /** Return the number of official test images. */
  public int testImages() {
    return test.stream().mapToInt(Integer::intValue).sum();
  }
}
