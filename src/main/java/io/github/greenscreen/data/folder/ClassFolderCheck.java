package io.github.greenscreen.data.folder;

import java.util.List;
import java.util.OptionalLong;

/**
 * What is known of a class folder after all its files were decoded, or of a folder or file beside
 * the class folders that cannot be used.
 *
 * @param name path from the data set on, such as {@code train/cat}
 * @param bytes bytes of all files; empty for anything but a class folder
 * @param images number of files that were decoded
 * @param sha256 SHA-256 of the lines that {@code sha256sum} prints for the files in the order of
 *     their code points; empty for anything but a class folder
 * @param problems what cannot be used, each beginning with its name
 */
public record ClassFolderCheck(
    String name, OptionalLong bytes, OptionalLong images, String sha256, List<String> problems) {
  public ClassFolderCheck {
    problems = List.copyOf(problems);
  }
}
