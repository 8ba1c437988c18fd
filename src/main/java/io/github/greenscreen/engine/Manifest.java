package io.github.greenscreen.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The manifest of a fetched build, a file next to its libraries with version, flavor, and the
 * length of each library. It is written last, so a folder that has it was once complete.
 *
 * @param version version of PyTorch
 * @param flavor flavor of the build
 * @param sizes bytes of each library by name
 */
record Manifest(String version, Flavor flavor, Map<String, Long> sizes) {
  static final String NAME = "greenscreen-engine.txt";

  private static final Pattern HEAD = Pattern.compile("PyTorch (\\S+) (\\S+)");
  private static final Pattern FILE = Pattern.compile("(\\d{1,18}) (.+)");

  Manifest {
    sizes = Map.copyOf(sizes);
  }

  /** Describe the libraries {@code names} in {@code folder}. */
  static Manifest of(Path folder, Flavor flavor, List<String> names) throws IOException {
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String name : names) {
      sizes.put(name, Files.size(folder.resolve(name)));
    }
    return new Manifest(Flavor.PYTORCH, flavor, sizes);
  }

  /** Read the manifest of {@code folder}; empty if it is missing or invalid. */
  static Optional<Manifest> read(Path folder) {
    try {
      return parse(Files.readAllLines(folder.resolve(NAME), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Manifest> parse(List<String> lines) {
    Matcher head = HEAD.matcher(lines.isEmpty() ? "" : lines.get(0));
    Optional<Flavor> flavor = head.matches() ? Flavor.parse(head.group(2)) : Optional.empty();
    if (flavor.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher file = FILE.matcher(line);
      if (!file.matches()) {
        return Optional.empty();
      }
      sizes.put(file.group(2), Long.parseLong(file.group(1)));
    }
    return Optional.of(new Manifest(head.group(1), flavor.get(), sizes));
  }

  /** Write it into {@code folder}. */
  void write(Path folder) throws IOException {
    List<String> lines = new ArrayList<>(List.of("PyTorch " + version + " " + flavor.configName()));
    sizes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(file -> lines.add(file.getValue() + " " + file.getKey()));
    Files.write(folder.resolve(NAME), lines, StandardCharsets.UTF_8);
  }

  /** Return the libraries that are missing from {@code folder} or have another length, sorted. */
  List<String> damaged(Path folder) {
    return sizes.entrySet().stream()
        .filter(file -> length(folder.resolve(file.getKey())) != file.getValue())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }
}
