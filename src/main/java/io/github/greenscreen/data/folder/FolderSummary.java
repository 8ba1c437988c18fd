package io.github.greenscreen.data.folder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The number of files in the folders of a data set.
 *
 * @param classes names of the classes in the order of their labels
 * @param training files per class
 * @param validation files per class of the part {@code val}, if it exists
 * @param test files per class of the part {@code test}, if it exists
 */
public record FolderSummary(
    List<String> classes,
    List<Integer> training,
    Optional<List<Integer>> validation,
    Optional<List<Integer>> test) {
  public FolderSummary {
    classes = List.copyOf(classes);
    training = List.copyOf(training);
    validation = validation.map(List::copyOf);
    test = test.map(List::copyOf);
  }

  static FolderSummary of(FolderListing listing) {
    int all = listing.files().size();
    int drawn = listing.given().training(all);
    int validated = drawn + listing.given().validation();
    return new FolderSummary(
        listing.classes(),
        perClass(listing, 0, drawn),
        Optional.of(perClass(listing, drawn, validated))
            .filter(any -> listing.given().hasValidation()),
        Optional.of(perClass(listing, validated, all)).filter(any -> listing.given().hasTest()));
  }

  private static List<Integer> perClass(FolderListing listing, int from, int to) {
    Integer[] counts = new Integer[listing.classes().size()];
    Arrays.fill(counts, 0);
    listing.files().subList(from, to).forEach(file -> counts[file.label()]++);
    return List.of(counts);
  }
}
