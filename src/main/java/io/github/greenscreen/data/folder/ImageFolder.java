package io.github.greenscreen.data.folder;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageMemory;
import io.github.greenscreen.data.image.ImageSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A data set in a folder of class folders: {@code train/cat/1.png}, with {@code val} and {@code
 * test} of the same form if there are any, or {@code cat/1.png}. The names of the class folders,
 * ordered by code point, are the classes.
 *
 * @param path the folder
 */
public record ImageFolder(Path path) {
  /** Number of images whose decoding takes long enough to say so. */
  private static final int MANY = 2_000;

  /**
   * Return whether {@code folder} holds folders of images, so that it is probably such a data set.
   */
  public static boolean isOne(Path folder) {
    return Files.isDirectory(folder) && holdsImages(folder, 2);
  }

  private static boolean holdsImages(Path folder, int depth) {
    try {
      return FolderEntries.foldersOf(folder).stream()
          .anyMatch(
              below ->
                  FolderEntries.of(below).stream().anyMatch(FolderEntries::isNamedLikeImage)
                      || (depth > 1 && holdsImages(below, depth - 1)));
    } catch (DataException e) {
      return false;
    }
  }

  /**
   * Return the names of the classes in the order of their labels, without reading any image.
   *
   * @throws DataException if there are fewer than two
   */
  public List<String> classes() {
    return FolderLister.classes(path);
  }

  /**
   * Read all images: those for training, then those of {@code val} and {@code test}.
   *
   * @param side height and width to which the images are fitted
   * @param cache folder in which decoded images are kept, which need not exist
   * @param progress receives a sentence before work that takes long
   * @throws DataException if anything in the folder cannot be used, or if the images need too much
   *     memory
   */
  public ImageSet read(int side, Path cache, Consumer<String> progress) {
    FolderListing listing = FolderLister.list(path);
    int bytes = ImageMemory.demand(path.toString(), listing.files().size(), side);
    DecodedCache kept = new DecodedCache(cache, listing, side, bytes);
    Optional<byte[]> known = listing.problems().isEmpty() ? kept.read() : Optional.empty();
    byte[] pixels = known.orElseGet(() -> decode(listing, side, kept, progress));
    return new ImageSet(
        path.toString(), listing.classes(), side, pixels, listing.labels(), listing.given());
  }

  /**
   * Decode every image and return what was found in each class folder; problems are returned, not
   * thrown.
   *
   * @throws DataException if there are fewer than two classes
   */
  public List<ClassFolderCheck> verify() {
    return FolderVerifier.of(FolderLister.list(path));
  }

  /**
   * Count the files without reading them.
   *
   * @throws DataException if a file or folder has no place in a data set
   */
  public FolderSummary summary() {
    FolderListing listing = FolderLister.list(path);
    FolderProblems.refuse(path, listing.problems());
    return FolderSummary.of(listing);
  }

  private byte[] decode(
      FolderListing listing, int side, DecodedCache kept, Consumer<String> progress) {
    if (listing.files().size() >= MANY) {
      progress.accept(
          String.format(
              Locale.ROOT,
              "decoding the %,d images of %s to %dx%d pixels; later runs read them from the cache",
              listing.files().size(),
              path,
              side,
              side));
    }
    List<String> problems = new ArrayList<>(listing.problems());
    byte[] pixels = FolderDecoder.decode(listing.files(), side, problems);
    FolderProblems.refuse(path, problems);
    kept.write(pixels);
    return pixels;
  }
}
