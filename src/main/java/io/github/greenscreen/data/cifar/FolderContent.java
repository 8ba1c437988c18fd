package io.github.greenscreen.data.cifar;

import io.github.greenscreen.data.folder.ImageFolder;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Describes a folder that does not hold the expected data set, from the names of its files. */
final class FolderContent {
  private static final int NAMES_SHOWN = 5;

  /** Classes below the parts of a data set, and images below classes. */
  private static final int DEPTH = 3;

  /** Files and folders looked at in search of a picture. */
  private static final int LOOKED_AT = 1_000;

  private static final Pattern PICTURE =
      Pattern.compile(".*\\.(png|jpe?g|bmp|gif|webp|tiff?|p[pgn]m)");
  private static final Pattern MATLAB = Pattern.compile("(data_batch_\\d|train)\\.mat");
  private static final List<String> PYTHON = List.of("cifar-10-batches-py", "cifar-100-python");

  private final CifarLayout expected;
  private final Path folder;
  private final List<String> names;

  /** List {@code folder}, in which {@code expected} was not found. */
  FolderContent(CifarLayout expected, Path folder) {
    this.expected = expected;
    this.folder = folder;
    this.names = names(folder);
  }

  /** Return a clause that names what the folder contains. */
  String description() {
    if (names.isEmpty()) {
      return "the folder is empty";
    }
    for (CifarLayout other : CifarLayout.values()) {
      if (other != expected && CifarLocator.exists(other, folder)) {
        return "the folder contains " + other.configName() + ", not " + expected.configName();
      }
    }
    if (names.contains(expected.archive())) {
      return "the folder contains only the packed archive " + expected.archive();
    }
    if (isPython()) {
      return version("Python");
    }
    return names.stream().anyMatch(name -> MATLAB.matcher(name).matches())
        ? version("MATLAB")
        : images();
  }

  private static String version(String program) {
    return "the folder contains the %s version of the data set, not the binary version"
        .formatted(program);
  }

  /** The Python version has files without an extension. */
  private boolean isPython() {
    return Stream.of("data_batch_1", "train").map(folder::resolve).anyMatch(Files::isRegularFile)
        || PYTHON.stream().anyMatch(names::contains);
  }

  private String images() {
    List<String> files = names.stream().filter(FolderContent::isPicture).toList();
    if (!files.isEmpty()) {
      return "the folder contains images such as %s, not the binary version"
          .formatted(files.get(0));
    }
    List<String> folders = names.stream().filter(name -> holdsPictures(name)).toList();
    if (folders.isEmpty()) {
      return "the folder contains " + listed(names);
    }
    return "the folder contains %s %s with images (the form of torchvision's ImageFolder%s), not %s"
        .formatted(
            folders.size() == 1 ? "a folder" : "folders",
            enumerated(folders),
            ImageFolder.isOne(folder) ? ", which --dataset folder reads" : "",
            "the binary version");
  }

  private static boolean isPicture(String name) {
    return PICTURE.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private boolean holdsPictures(String name) {
    Path below = folder.resolve(name);
    if (!Files.isDirectory(below)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(below, DEPTH)) {
      return files.limit(LOOKED_AT).anyMatch(file -> isPicture(file.getFileName().toString()));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Join the first {@code names} and count the others. */
  private static String listed(List<String> names) {
    String rest =
        names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "";
    return String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size()))) + rest;
  }

  /** Join {@code names} as in a sentence. */
  private static String enumerated(List<String> names) {
    int last = names.size() - 1;
    return last < 1 || last >= NAMES_SHOWN
        ? listed(names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new DataException(
          "%s: the folder cannot be listed (%s); check its permissions"
              .formatted(folder, FailureReason.of(e)),
          e);
    }
  }
}
