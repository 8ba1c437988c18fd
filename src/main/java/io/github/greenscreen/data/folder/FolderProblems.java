package io.github.greenscreen.data.folder;

import io.github.greenscreen.data.image.DataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reports everything in a folder that cannot be used in one message. */
final class FolderProblems {
  /** Problems that the message lists; the others are counted. */
  static final int SHOWN = 20;

  private FolderProblems() {}

  /**
   * Throw if there are problems.
   *
   * @param problems the problems of files and folders in {@code root}, each beginning with the name
   * @throws DataException whose first line counts them and whose others list them
   */
  static void refuse(Path root, List<String> problems) {
    if (problems.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %,d file%s or folder%s cannot be used; repair or remove %s:",
            root,
            problems.size(),
            problems.size() == 1 ? "" : "s",
            problems.size() == 1 ? "" : "s",
            problems.size() == 1 ? "it" : "them"));
    List<String> sorted = problems.stream().sorted(FolderEntries.BY_CODE_POINT).toList();
    sorted.stream().limit(SHOWN).forEach(problem -> text.append("\n").append(problem));
    if (sorted.size() > SHOWN) {
      text.append(
          String.format(
              Locale.ROOT,
              "\nand %,d more; to list all, run: greenscreen data verify folder --data %s",
              sorted.size() - SHOWN,
              root));
    }
    throw new DataException(text.toString());
  }
}
