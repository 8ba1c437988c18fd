package io.github.greenscreen.data.folder;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder of class folders within a data set: training, validation, or test. */
enum FolderPart {
  TRAIN("train"),
  VAL("val"),
  TEST("test");

  /** Names that other programs give to the parts, in small letters. */
  private static final Map<String, FolderPart> OTHER_NAMES =
      Map.of("training", TRAIN, "valid", VAL, "validation", VAL, "dev", VAL, "testing", TEST);

  private final String folder;

  FolderPart(String folder) {
    this.folder = folder;
  }

  /** Return the name of the folder. */
  String folder() {
    return folder;
  }

  /** Return whether {@code name} is that of a part. */
  static boolean isOne(String name) {
    return Stream.of(values()).anyMatch(part -> part.folder.equals(name));
  }

  /** Return the part that a folder called {@code name} is probably meant to be. */
  static Optional<FolderPart> meantBy(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return Stream.of(values())
        .filter(part -> part.folder.equals(small))
        .findFirst()
        .or(() -> Optional.ofNullable(OTHER_NAMES.get(small)));
  }
}
