package io.github.greenscreen.data.folder;

import io.github.greenscreen.data.image.GivenSplits;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a data set, none of which has been read yet.
 *
 * @param root folder of the data set
 * @param classes names of the classes in the order of their labels
 * @param files all files: part by part, class by class, and by name
 * @param given number of files of validation and test
 * @param problems what cannot be used, each beginning with its name
 */
record FolderListing(
    Path root,
    List<String> classes,
    List<ImageFile> files,
    GivenSplits given,
    List<String> problems) {
  FolderListing {
    classes = List.copyOf(classes);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Return the labels of the files. */
  short[] labels() {
    short[] labels = new short[files.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (short) files.get(i).label();
    }
    return labels;
  }
}
