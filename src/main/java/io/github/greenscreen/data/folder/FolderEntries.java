package io.github.greenscreen.data.folder;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists folders without what file managers leave in them. */
final class FolderEntries {
  /** Orders names by code point, as Python does, in every locale. */
  static final Comparator<String> BY_CODE_POINT =
      Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private static final Pattern IMAGE = Pattern.compile(".*\\.(png|jpe?g)");

  /** Files of Windows and folders of macOS and network storage; others begin with a dot. */
  private static final Set<String> LITTER =
      Set.of("thumbs.db", "desktop.ini", "__macosx", "@eadir");

  private FolderEntries() {}

  /**
   * Return the visible entries of {@code folder}, ordered by name.
   *
   * @throws DataException if the folder cannot be listed
   */
  static List<Path> of(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !isHidden(name(entry)))
          .sorted(Comparator.comparing(FolderEntries::name, BY_CODE_POINT))
          .toList();
    } catch (IOException e) {
      throw new DataException(
          "%s: the folder cannot be listed (%s); check its permissions"
              .formatted(folder, FailureReason.of(e)),
          e);
    }
  }

  /** Return the visible folders in {@code folder}, ordered by name; links are followed. */
  static List<Path> foldersOf(Path folder) {
    return of(folder).stream().filter(Files::isDirectory).toList();
  }

  static String name(Path entry) {
    return entry.getFileName().toString();
  }

  /** Return whether the name of {@code entry} is that of a PNG or JPEG file. */
  static boolean isNamedLikeImage(Path entry) {
    return IMAGE.matcher(name(entry).toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || LITTER.contains(name.toLowerCase(Locale.ROOT));
  }
}
