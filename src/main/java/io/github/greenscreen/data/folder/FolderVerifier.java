package io.github.greenscreen.data.folder;

import io.github.greenscreen.checksum.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Decodes every file of a listing and reports what it found, class folder by class folder. */
final class FolderVerifier {
  /** Side to which images are fitted and then forgotten; their content is checked all the same. */
  private static final int SIDE = 8;

  private FolderVerifier() {}

  static List<ClassFolderCheck> of(FolderListing listing) {
    Map<String, List<ImageFile>> folders = new LinkedHashMap<>();
    listing
        .files()
        .forEach(
            file ->
                folders.computeIfAbsent(folder(file.name()), any -> new ArrayList<>()).add(file));
    List<String> others = new ArrayList<>(listing.problems());
    List<ClassFolderCheck> checks = new ArrayList<>();
    folders.forEach((name, files) -> checks.add(check(name, files, others)));
    others.stream()
        .sorted(FolderEntries.BY_CODE_POINT)
        .map(FolderVerifier::problem)
        .forEach(checks::add);
    return checks;
  }

  /** Check the folder {@code name}, whose problems are taken out of {@code listed}. */
  private static ClassFolderCheck check(String name, List<ImageFile> files, List<String> listed) {
    List<String> problems = new ArrayList<>();
    FolderDecoder.decode(files, SIDE, problems);
    int decoded = files.size() - problems.size();
    listed.stream().filter(problem -> problem.startsWith(name + "/")).forEach(problems::add);
    listed.removeAll(problems);
    problems.sort(FolderEntries.BY_CODE_POINT);
    return new ClassFolderCheck(
        name,
        OptionalLong.of(files.stream().mapToLong(ImageFile::bytes).sum()),
        OptionalLong.of(decoded),
        sum(files),
        problems);
  }

  private static ClassFolderCheck problem(String sentence) {
    return new ClassFolderCheck(
        sentence.substring(0, sentence.indexOf(": ")),
        OptionalLong.empty(),
        OptionalLong.empty(),
        "",
        List.of(sentence));
  }

  /** Return the checksum; a file that cannot be read, which is a problem anyway, has none. */
  private static String sum(List<ImageFile> files) {
    StringBuilder lines = new StringBuilder();
    for (ImageFile file : files) {
      try {
        lines.append(Sha256.of(file.path()));
      } catch (IOException e) {
        lines.append('-');
      }
      lines.append("  ").append(file.path().getFileName()).append('\n');
    }
    return Sha256.of(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String folder(String file) {
    return file.substring(0, file.lastIndexOf('/'));
  }
}
