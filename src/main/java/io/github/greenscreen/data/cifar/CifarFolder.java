package io.github.greenscreen.data.cifar;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.failure.FailureReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A folder that holds CIFAR in its official binary layout. A file may hold any whole number of
 * records, so that excerpts of the data sets can be read. If the training images come in several
 * files, all must hold the same number of records, as the official ones do; otherwise a copy that
 * stopped between two records would go unnoticed.
 *
 * @param layout which of the two layouts
 * @param path the folder that holds the files themselves
 */
public record CifarFolder(CifarLayout layout, Path path) {

  /**
   * Read the official training images.
   *
   * @throws DataException if a file is missing or damaged. The file of the test images is checked
   *     as well, because its absence shows an incomplete copy
   */
  public ImageSet training() {
    ImageSet images = read(layout.trainingFiles());
    records(layout.testFile());
    return images;
  }

  /** Read the official test images. */
  public ImageSet test() {
    return read(List.of(layout.testFile()));
  }

  /**
   * Return the number of records in {@code file}.
   *
   * @throws DataException if the file is missing, empty, or truncated, or if another training file
   *     holds more records
   */
  public int records(String file) {
    int found = wholeRecords(file);
    if (!layout.trainingFiles().contains(file)) {
      return found;
    }
    long most = mostRecords();
    if (found < most) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: the file contains %,d images, others of its kind %,d, so it is truncated; %s",
              path.resolve(file),
              found,
              most,
              advice()));
    }
    return found;
  }

  /** Return the number of records that fit into the longest training file. */
  private long mostRecords() {
    return layout.trainingFiles().stream()
        .map(path::resolve)
        .filter(Files::isRegularFile)
        .mapToLong(file -> size(file) / layout.form().bytes())
        .max()
        .orElse(0);
  }

  private int wholeRecords(String file) {
    Path found = existing(file);
    long bytes = size(found);
    int record = layout.form().bytes();
    if (bytes == 0) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: the file is empty, expected records of %,d bytes; %s",
              found,
              record,
              advice()));
    }
    if (bytes % record != 0) {
      throw new DataException(
          String.format(
              Locale.ROOT,
              "%s: %,d bytes are not a multiple of the record size of %,d bytes; the file "
                  + "is truncated or not %s; %s",
              found,
              bytes,
              record,
              layout.configName(),
              advice()));
    }
    return Math.toIntExact(bytes / record);
  }

  /** Return the names of the classes in the order of their labels. */
  public List<String> classes() {
    Path found = existing(layout.namesFile());
    List<String> names;
    try {
      String text = new String(Files.readAllBytes(found), StandardCharsets.UTF_8);
      names = text.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
    } catch (IOException e) {
      throw unreadable(found, e);
    }
    int expected = layout.form().classes();
    if (names.size() != expected) {
      throw new DataException(
          "%s: found %s class names, expected %d; %s"
              .formatted(found, names.size(), expected, advice()));
    }
    return names;
  }

  private ImageSet read(List<String> files) {
    List<String> classes = classes();
    RecordParser parser =
        new RecordParser(layout.form(), files.stream().mapToInt(this::records).sum());
    for (String file : files) {
      parse(file, parser);
    }
    return parser.images(layout.configName(), classes);
  }

  private void parse(String file, RecordParser parser) {
    Path found = path.resolve(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(found), 1 << 16)) {
      parser.parse(in, records(file), found.toString());
    } catch (IOException e) {
      throw unreadable(found, e);
    }
  }

  private Path existing(String file) {
    Path found = path.resolve(file);
    if (!Files.isRegularFile(found)) {
      throw new DataException(
          "%s: the file is missing, %s needs %s; %s"
              .formatted(found, layout.configName(), String.join(", ", layout.files()), advice()));
    }
    return found;
  }

  private String advice() {
    return "copy it again or run: greenscreen data fetch " + layout.configName();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static DataException unreadable(Path file, IOException e) {
    return new DataException(
        "%s: cannot be read (%s); check its permissions".formatted(file, FailureReason.of(e)), e);
  }
}
