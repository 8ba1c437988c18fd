package io.github.greenscreen.data.cifar;

import io.github.greenscreen.data.image.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Locates the files of a layout in a given folder or in its subfolder of the official name. If
 * neither holds them, the error lists what was found instead.
 */
public final class CifarLocator {
  private static final int NAMES_SHOWN = 5;

  private CifarLocator() {}

  /**
   * Find the files of {@code layout} in {@code given} or its subfolder.
   *
   * @throws DataException if neither holds any of them
   */
  public static CifarFolder find(CifarLayout layout, Path given) {
    if (!Files.exists(given)) {
      throw problem(layout, given, "the folder does not exist");
    }
    if (!Files.isDirectory(given)) {
      throw problem(layout, given, "this is a file, not a folder");
    }
    if (!holdsAny(layout, given)) {
      Path below = given.resolve(layout.folder());
      if (holdsAny(layout, below)) {
        return new CifarFolder(layout, below);
      }
      throw problem(layout, given, found(layout, given));
    }
    return new CifarFolder(layout, given);
  }

  /**
   * Return whether {@code given}, or its subfolder of the official name, holds any of the files.
   */
  public static boolean exists(CifarLayout layout, Path given) {
    return holdsAny(layout, given) || holdsAny(layout, given.resolve(layout.folder()));
  }

  private static boolean holdsAny(CifarLayout layout, Path folder) {
    return layout.files().stream().anyMatch(file -> Files.exists(folder.resolve(file)));
  }

  private static String found(CifarLayout layout, Path folder) {
    List<String> names = names(folder);
    if (names.isEmpty()) {
      return "the folder is empty";
    }
    for (CifarLayout other : CifarLayout.values()) {
      if (other != layout && exists(other, folder)) {
        return "the folder contains " + other.configName() + ", not " + layout.configName();
      }
    }
    if (names.contains(layout.archive())) {
      return "the folder contains only the packed archive " + layout.archive();
    }
    if (names.contains("data_batch_1") || names.contains("train")) {
      return "the folder contains the Python version of the data set, not the binary version";
    }
    String rest =
        names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "";
    return "the folder contains "
        + String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())))
        + rest;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new DataException(
          "%s: the folder cannot be listed (%s); check its permissions"
              .formatted(folder, DataException.reason(e)),
          e);
    }
  }

  private static DataException problem(CifarLayout layout, Path given, String found) {
    return new DataException(
        ("%s: %s; expected %s, here or in %s: pass the right folder with --data or run: "
                + "greenscreen data fetch %s")
            .formatted(
                given,
                found,
                String.join(", ", layout.files()),
                layout.folder(),
                layout.configName()));
  }
}
