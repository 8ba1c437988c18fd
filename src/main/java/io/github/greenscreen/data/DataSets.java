package io.github.greenscreen.data;

import io.github.greenscreen.data.cifar.CifarFolder;
import io.github.greenscreen.data.cifar.CifarLayout;
import io.github.greenscreen.data.cifar.CifarLocator;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.shapes.Shape;
import io.github.greenscreen.data.shapes.ShapeCache;
import io.github.greenscreen.data.shapes.ShapeImages;
import io.github.greenscreen.space.DidYouMean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Opens data sets by name. */
public final class DataSets {
  private static final String SHAPES = "shapes";

  private DataSets() {}

  /** Return the names of all data sets: {@code cifar10}, {@code cifar100}, {@code shapes}. */
  public static List<String> names() {
    return List.of(CifarLayout.CIFAR10.configName(), CifarLayout.CIFAR100.configName(), SHAPES);
  }

  /** Return whether the images of {@code name} are drawn, so that they need no folder. */
  public static boolean isDrawn(String name) {
    return name.equals(SHAPES);
  }

  /**
   * Open the pool of images that is divided into training, validation, and test. It consists of the
   * official training images only, so that no run sees an official test image.
   *
   * @param name one of {@link #names}
   * @param folder the folder of the files, or its parent; empty for the cache folder. {@code
   *     shapes} is drawn and kept in the cache folder, so it needs none
   * @throws DataException if the data set is unknown, missing, or damaged
   */
  public static ImageSet open(String name, Optional<Path> folder) {
    return open(name, folder, CacheFolder.standard());
  }

  static ImageSet open(String name, Optional<Path> folder, Path cache) {
    return layout(name)
        .map(layout -> locate(layout, folder, cache).training())
        .orElseGet(() -> ShapeImages.of(new ShapeCache(cache).records()));
  }

  /**
   * Open the official test images, which no run reads; {@code shapes} has none.
   *
   * @param name one of {@link #names}
   * @param folder as for {@link #open}
   * @throws DataException if the data set is unknown, missing, or damaged
   */
  public static ImageSet openTest(String name, Optional<Path> folder) {
    return openTest(name, folder, CacheFolder.standard());
  }

  static ImageSet openTest(String name, Optional<Path> folder, Path cache) {
    return layout(name)
        .map(layout -> locate(layout, folder, cache).test())
        .orElseGet(() -> ShapeImages.draw(0, ShapeImages.SEED));
  }

  /**
   * Return whether the folder that {@link #open} would read contains any file of {@code name}. This
   * distinguishes a damaged data set from a missing one.
   *
   * @param name one of {@link #names}
   * @param folder as for {@link #open}
   * @throws DataException if the data set is unknown
   */
  public static boolean isAnyThere(String name, Optional<Path> folder) {
    return layout(name)
        .map(layout -> CifarLocator.exists(layout, home(layout, folder, CacheFolder.standard())))
        .orElse(true);
  }

  private static Path home(CifarLayout layout, Optional<Path> folder, Path cache) {
    return folder.orElseGet(() -> cache.resolve(layout.folder()));
  }

  /** Return the number of classes of {@code name}, or empty if the data set is unknown. */
  public static OptionalInt classes(String name) {
    if (name.equals(SHAPES)) {
      return OptionalInt.of(Shape.values().length);
    }
    return CifarLayout.find(name)
        .map(layout -> OptionalInt.of(layout.form().classes()))
        .orElse(OptionalInt.empty());
  }

  /** Return the layout of the files of {@code name}, or empty if it is drawn. */
  static Optional<CifarLayout> layout(String name) {
    if (!names().contains(name)) {
      throw new DataException(
          "unknown data set \"%s\"; expected one of %s%s"
              .formatted(name, String.join(", ", names()), DidYouMean.hint(name, names())));
    }
    return CifarLayout.find(name);
  }

  /** Find the files of {@code layout} in {@code folder} if given, else in the cache. */
  static CifarFolder locate(CifarLayout layout, Optional<Path> folder, Path cache) {
    if (folder.isPresent()) {
      return CifarLocator.find(layout, folder.get());
    }
    Path cached = home(layout, folder, cache);
    if (!Files.isDirectory(cached)) {
      throw new DataException(
          ("%s: %s is not in the cache folder; run: greenscreen data fetch %s, or pass its "
                  + "folder with --data")
              .formatted(cached, layout.configName(), layout.configName()));
    }
    return CifarLocator.find(layout, cached);
  }
}
