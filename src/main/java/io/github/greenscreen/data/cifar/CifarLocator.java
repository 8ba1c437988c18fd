package io.github.greenscreen.data.cifar;

import io.github.greenscreen.data.image.DataException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Locates the files of a layout in a given folder or in its subfolder of the official name. If
 * neither holds them, the error lists what was found instead.
 */
public final class CifarLocator {
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
      throw problem(layout, given, new FolderContent(layout, given).description());
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
