package io.github.greenscreen.data;

import io.github.greenscreen.checksum.Sha256;
import io.github.greenscreen.data.cifar.CifarFolder;
import io.github.greenscreen.data.cifar.RecordParser;
import io.github.greenscreen.data.folder.ClassFolderCheck;
import io.github.greenscreen.data.folder.ImageFolder;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.shapes.ShapeImages;
import io.github.greenscreen.failure.FailureReason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Verifies every file of a data set: it exists, holds whole records with labels in range, and has
 * the checksum that it had when it was unpacked from the verified archive.
 */
final class DataSetVerifier {
  /** The checksum file that {@link DataStore#fetch} writes, in the format of {@code sha256sum}. */
  static final String SUMS = "SHA256SUMS";

  private DataSetVerifier() {}

  /** Check all files of {@code folder}; problems are returned, not thrown. */
  static List<FileCheck> of(CifarFolder folder) {
    Map<String, String> sums = sums(folder.path().resolve(SUMS));
    return folder.layout().files().stream()
        .map(file -> check(folder, file, Optional.ofNullable(sums.get(file))))
        .toList();
  }

  /** Decode all images of {@code folder}; problems are returned, not thrown. */
  static List<FileCheck> of(ImageFolder folder) {
    return folder.verify().stream().map(DataSetVerifier::check).toList();
  }

  private static FileCheck check(ClassFolderCheck found) {
    return new FileCheck(
        found.name(),
        found.bytes(),
        found.images(),
        Optional.of(found.sha256()).filter(sum -> !sum.isEmpty()),
        Optional.of(String.join("\n", found.problems())).filter(text -> !text.isEmpty()));
  }

  /** Check the drawn data set against its checksum, which is the same on every machine. */
  static FileCheck ofShapes() {
    byte[] records = ShapeImages.records(ShapeImages.COUNT, ShapeImages.SEED);
    String sum = Sha256.of(records);
    Optional<String> problem =
        sum.equals(ShapeImages.SHA256)
            ? Optional.empty()
            : Optional.of(
                "shapes: this machine generates different images (SHA-256 %s, expected %s)"
                    .formatted(sum, ShapeImages.SHA256));
    return new FileCheck(
        "shapes (generated)",
        OptionalLong.of(records.length),
        OptionalLong.of(ShapeImages.COUNT),
        Optional.of(sum),
        problem);
  }

  /**
   * Check {@code folder} and throw the first problem.
   *
   * @throws DataException if a file has a problem
   */
  static void demandFine(CifarFolder folder) {
    of(folder).stream()
        .flatMap(check -> check.problem().stream())
        .findFirst()
        .ifPresent(
            problem -> {
              throw new DataException(problem);
            });
  }

  /** Write the checksums of the files of {@code folder}. */
  static void writeSums(CifarFolder folder) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String file : folder.layout().files()) {
      text.append(Sha256.of(folder.path().resolve(file))).append("  ").append(file).append('\n');
    }
    Files.writeString(folder.path().resolve(SUMS), text);
  }

  private static FileCheck check(CifarFolder folder, String file, Optional<String> expected) {
    Path path = folder.path().resolve(file);
    OptionalLong bytes = OptionalLong.empty();
    OptionalLong records = OptionalLong.empty();
    Optional<String> sum = Optional.empty();
    Optional<String> problem;
    try {
      if (Files.isRegularFile(path)) {
        bytes = OptionalLong.of(Files.size(path));
        sum = Optional.of(Sha256.of(path));
      }
      records = records(folder, file);
      problem = mismatch(path, sum, expected);
    } catch (DataException e) {
      problem = Optional.of(e.getMessage());
    } catch (IOException e) {
      problem = Optional.of("%s: cannot be read (%s)".formatted(path, FailureReason.of(e)));
    }
    return new FileCheck(file, bytes, records, sum, problem);
  }

  private static Optional<String> mismatch(
      Path path, Optional<String> found, Optional<String> expected) {
    return expected.isEmpty() || expected.equals(found)
        ? Optional.empty()
        : Optional.of(
            "%s: SHA-256 is %s, expected %s as unpacked; fetch it again"
                .formatted(path, found.orElse("unknown"), expected.get()));
  }

  private static OptionalLong records(CifarFolder folder, String file) throws IOException {
    if (!folder.layout().holdsRecords(file)) {
      folder.classes();
      return OptionalLong.empty();
    }
    int count = folder.records(file);
    RecordParser parser = new RecordParser(folder.layout().form(), count);
    Path path = folder.path().resolve(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      parser.parse(in, count, path.toString());
    }
    return OptionalLong.of(count);
  }

  private static Map<String, String> sums(Path file) {
    Map<String, String> sums = new HashMap<>();
    if (Files.isRegularFile(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          String[] parts = line.strip().split("\\s+\\*?", 2);
          if (parts.length == 2) {
            sums.put(parts[1], parts[0]);
          }
        }
      } catch (IOException e) {
        throw new DataException("%s: cannot be read (%s)".formatted(file, FailureReason.of(e)), e);
      }
    }
    return sums;
  }
}
