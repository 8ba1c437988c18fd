package io.github.greenscreen.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The description of a data set that {@code data info} prints.
 *
 * @param name name of the data set
 * @param folder folder of its files; empty if the program draws it
 * @param images what the images are, for instance {@code images of 32x32 pixels}
 * @param classes names of the classes in the order of their labels
 * @param training training images per class
 * @param validation validation images per class; empty if the data set defines none
 * @param test test images per class, all 0 for generated images; empty if a folder has none
 */
public record DataInfo(
    String name,
    Optional<Path> folder,
    String images,
    List<String> classes,
    List<Integer> training,
    Optional<List<Integer>> validation,
    Optional<List<Integer>> test) {
  public DataInfo {
    classes = List.copyOf(classes);
    training = List.copyOf(training);
    validation = validation.map(List::copyOf);
    test = test.map(List::copyOf);
  }

  /** Return the number of training images. */
  public int trainingImages() {
    return sum(training);
  }

  /** Return the number of validation images that the data set defines. */
  public int validationImages() {
    return sum(validation.orElse(List.of()));
  }

  /** Return the number of test images. */
  public int testImages() {
    return sum(test.orElse(List.of()));
  }

  private static int sum(List<Integer> perClass) {
    return perClass.stream().mapToInt(Integer::intValue).sum();
  }
}
