package io.github.greenscreen.data;

import io.github.greenscreen.data.cifar.CifarFolder;
import io.github.greenscreen.data.cifar.CifarLayout;
import io.github.greenscreen.data.cifar.CifarLocator;
import io.github.greenscreen.data.folder.ImageFolder;
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
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Opens data sets by name. */
public final class DataSets {
  /** The name of a folder of class folders with images. */
  public static final String FOLDER = "folder";

  private static final String SHAPES = "shapes";

  private DataSets() {}

  /**
   * Return the names of all data sets: {@code cifar10}, {@code cifar100}, {@code shapes}, {@code
   * folder}.
   */
  public static List<String> names() {
    return List.of(
        CifarLayout.CIFAR10.configName(), CifarLayout.CIFAR100.configName(), SHAPES, FOLDER);
  }

  /** Return whether the images of {@code name} are drawn, so that they need no folder. */
  public static boolean isDrawn(String name) {
    return name.equals(SHAPES);
  }

  /**
   * Return whether {@code folder} is the data set {@link #FOLDER}: it holds folders of images, and
   * not CIFAR.
   */
  public static boolean isFolderOfImages(Path folder) {
    return cifar(folder).isEmpty() && ImageFolder.isOne(folder);
  }

  /**
   * Open the pool of images that is divided into training, validation, and test, with images of
   * 32×32 pixels. Of CIFAR, it consists of the official training images only, so that no run sees
   * an official test image.
   *
   * @param name one of {@link #names}
   * @param folder the folder of the files, or its parent; empty for the cache folder. {@code
   *     shapes} is drawn and kept in the cache folder, so it needs none
   * @throws DataException if the data set is unknown, missing, or damaged
   */
  public static ImageSet open(String name, Optional<Path> folder) {
    return open(name, folder, ImageSet.SIDE);
  }

  /**
   * Open the pool with images of {@code side}×{@code side} pixels, to which other images are
   * resized.
   */
  public static ImageSet open(String name, Optional<Path> folder, int side) {
    return open(name, folder, side, sentence -> {});
  }

  /** Open the pool, and tell {@code progress} about work that takes long. */
  public static ImageSet open(
      String name, Optional<Path> folder, int side, Consumer<String> progress) {
    return open(name, folder, CacheFolder.standard(), side, progress);
  }

  static ImageSet open(String name, Optional<Path> folder, Path cache) {
    return open(name, folder, cache, ImageSet.SIDE, sentence -> {});
  }

  static ImageSet open(
      String name, Optional<Path> folder, Path cache, int side, Consumer<String> progress) {
    if (name.equals(FOLDER)) {
      return imageFolder(folder).read(side, cache, progress);
    }
    ImageSet images =
        layout(name)
            .map(layout -> locate(layout, folder, cache).training())
            .orElseGet(() -> ShapeImages.of(new ShapeCache(cache).records()));
    return ResizedImages.of(images, side);
  }

  /**
   * Open the official test images of CIFAR, which no run reads; {@code shapes} has none.
   *
   * @param name one of {@link #names}, but for {@link #FOLDER}
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
    if (name.equals(FOLDER)) {
      return folder.filter(DataSets::isFolderOfImages).isPresent();
    }
    return layout(name)
        .map(layout -> CifarLocator.exists(layout, home(layout, folder, CacheFolder.standard())))
        .orElse(true);
  }

  private static Path home(CifarLayout layout, Optional<Path> folder, Path cache) {
    return folder.orElseGet(() -> cache.resolve(layout.folder()));
  }

  /** Return the number of classes of {@code name}; empty unless the name decides on it. */
  public static OptionalInt classes(String name) {
    return classes(name, Optional.empty());
  }

  /**
   * Return the number of classes of {@code name}; empty if the data set is unknown, or a {@code
   * folder} that is not given or cannot be read.
   */
  public static OptionalInt classes(String name, Optional<Path> folder) {
    if (name.equals(SHAPES)) {
      return OptionalInt.of(Shape.values().length);
    }
    if (name.equals(FOLDER)) {
      return folder.map(DataSets::classesIn).orElse(OptionalInt.empty());
    }
    return CifarLayout.find(name)
        .map(layout -> OptionalInt.of(layout.form().classes()))
        .orElse(OptionalInt.empty());
  }

  private static OptionalInt classesIn(Path folder) {
    try {
      return OptionalInt.of(new ImageFolder(folder).classes().size());
    } catch (DataException e) {
      return OptionalInt.empty();
    }
  }

  /** Return the data set {@link #FOLDER}, whose folder must be given and not hold CIFAR. */
  static ImageFolder imageFolder(Optional<Path> folder) {
    Path path =
        folder.orElseThrow(
            () ->
                new DataException(
                    "dataset folder: no folder is given; pass the folder of the class folders with "
                        + "--data"));
    cifar(path)
        .ifPresent(
            layout -> {
              throw new DataException(
                  "%s: the folder contains %s, not class folders; use --dataset %s"
                      .formatted(path, layout.configName(), layout.configName()));
            });
    return new ImageFolder(path);
  }

  private static Optional<CifarLayout> cifar(Path folder) {
    return Stream.of(CifarLayout.values())
        .filter(layout -> CifarLocator.exists(layout, folder))
        .findFirst();
  }

  /** Return the layout of the files of {@code name}, or empty if it has none. */
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
