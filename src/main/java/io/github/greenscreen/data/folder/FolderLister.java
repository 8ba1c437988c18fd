package io.github.greenscreen.data.folder;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Lists the files of a data set and collects what is wrong with their places. */
final class FolderLister {
  private static final String EXPECTED =
      "expected class folders such as train/cat and train/dog, or cat and dog, with PNG or JPEG "
          + "files";

  private final Path root;
  private final List<ImageFile> files = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private List<String> classes = List.of();

  private FolderLister(Path root) {
    this.root = root;
  }

  /**
   * List the files of the data set in {@code root}.
   *
   * @throws DataException if the folder has no classes
   */
  static FolderListing list(Path root) {
    return in(root).list();
  }

  /**
   * Return the names of the classes in {@code root}, without listing files.
   *
   * @throws DataException if the folder has no classes
   */
  static List<String> classes(Path root) {
    FolderLister lister = in(root);
    Path training = lister.folder(FolderPart.TRAIN);
    lister.takeClasses(Files.isDirectory(training) ? training : root);
    return lister.classes;
  }

  private static FolderLister in(Path root) {
    if (!Files.exists(root)) {
      throw new DataException("%s: the folder does not exist; %s".formatted(root, EXPECTED));
    }
    if (!Files.isDirectory(root)) {
      throw new DataException("%s: this is a file, not a folder; %s".formatted(root, EXPECTED));
    }
    return new FolderLister(root);
  }

  private FolderListing list() {
    if (Stream.of(FolderPart.values()).noneMatch(part -> Files.isDirectory(folder(part)))) {
      return listPlain();
    }
    if (!Files.isDirectory(folder(FolderPart.TRAIN))) {
      throw new DataException(
          "%s: the folder has no train folder beside val or test; %s".formatted(root, EXPECTED));
    }
    for (Path other : FolderEntries.foldersOf(root)) {
      if (!FolderPart.isOne(FolderEntries.name(other))) {
        problems.add(unexpected(other));
      }
    }
    looseImages(root);
    takeClasses(folder(FolderPart.TRAIN));
    part(FolderPart.TRAIN);
    int validation = part(FolderPart.VAL);
    int test = part(FolderPart.TEST);
    return listing(new GivenSplits(validation, test));
  }

  private FolderListing listPlain() {
    for (Path each : FolderEntries.foldersOf(root)) {
      if (FolderPart.meantBy(FolderEntries.name(each)).isPresent()) {
        problems.add(unexpected(each));
      }
    }
    takeClasses(root);
    classFiles(root);
    return listing(GivenSplits.NONE);
  }

  private FolderListing listing(GivenSplits given) {
    return new FolderListing(root, classes, files, given, problems);
  }

  private Path folder(FolderPart part) {
    return root.resolve(part.folder());
  }

  private String unexpected(Path folder) {
    String name = FolderEntries.name(folder);
    return FolderPart.meantBy(name)
        .map(part -> "%s: unexpected folder; rename it to %s".formatted(name, part.folder()))
        .orElse(name + ": unexpected folder, expected train, val, and test only");
  }

  private void takeClasses(Path folder) {
    classes = FolderEntries.foldersOf(folder).stream().map(FolderEntries::name).toList();
    if (classes.size() < 2) {
      throw new DataException(
          "%s: found %s, expected at least two; %s"
              .formatted(
                  folder,
                  classes.isEmpty() ? "no class folder" : "one class folder, " + classes.get(0),
                  EXPECTED));
    }
    if (classes.size() > ImageSet.MAX_CLASSES) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: found %,d class folders, expected at most %,d",
              folder,
              classes.size(),
              ImageSet.MAX_CLASSES));
    }
    if (classes.stream().anyMatch(FolderLister::isIllegible)
        || new HashSet<>(classes).size() < classes.size()) {
      throw new DataException(
          ("%s: the names of class folders have control characters or characters that the locale "
                  + "cannot represent; rename them, or set LC_ALL=C.UTF-8")
              .formatted(folder));
    }
  }

  private static boolean isIllegible(String name) {
    return name.codePoints().anyMatch(c -> c == 0xFFFD || Character.isISOControl(c));
  }

  /** List the files of {@code part} if it exists, and return their number. */
  private int part(FolderPart part) {
    Path folder = folder(part);
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    List<Path> others = new ArrayList<>(FolderEntries.foldersOf(folder));
    others.removeIf(each -> classes.contains(FolderEntries.name(each)));
    others.forEach(
        each ->
            problems.add(
                "%s: train has no class %s".formatted(name(each), FolderEntries.name(each))));
    int count = classFiles(folder);
    if (count == 0 && part != FolderPart.TRAIN) {
      problems.add(part.folder() + ": the folder has no images");
    }
    return count;
  }

  /** List the files of all classes in {@code folder}, and return their number. */
  private int classFiles(Path folder) {
    int before = files.size();
    looseImages(folder);
    for (int label = 0; label < classes.size(); label++) {
      Path ofClass = folder.resolve(classes.get(label));
      if (Files.isDirectory(ofClass)) {
        filesOf(ofClass, label);
      }
    }
    return files.size() - before;
  }

  private void looseImages(Path folder) {
    FolderEntries.of(folder).stream()
        .filter(entry -> !Files.isDirectory(entry) && FolderEntries.isNamedLikeImage(entry))
        .forEach(entry -> problems.add(name(entry) + ": an image outside the class folders"));
  }

  private void filesOf(Path folder, int label) {
    List<Path> entries = FolderEntries.of(folder);
    if (entries.isEmpty()) {
      problems.add(name(folder) + ": the class folder is empty");
    }
    for (Path entry : entries) {
      if (Files.isDirectory(entry)) {
        problems.add(name(entry) + ": a folder in a class folder, expected files only");
      } else if (Files.isRegularFile(entry)) {
        add(entry, label);
      } else {
        boolean link = Files.isSymbolicLink(entry);
        problems.add(
            name(entry) + (link ? ": a link to a missing file" : ": neither file nor folder"));
      }
    }
  }

  private void add(Path file, int label) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      files.add(
          new ImageFile(
              name(file),
              file,
              label,
              found.size(),
              found.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
    } catch (IOException e) {
      problems.add("%s: cannot be read (%s)".formatted(name(file), FailureReason.of(e)));
    }
  }

  private String name(Path entry) {
    return root.relativize(entry).toString().replace('\\', '/');
  }
}
