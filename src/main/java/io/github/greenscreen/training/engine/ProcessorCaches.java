package io.github.greenscreen.training.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The caches of the first processor, as Linux reports them in {@code
 * /sys/devices/system/cpu/cpu0/cache}. Virtual machines may hide them, and then some kernels of
 * oneDNN fail.
 *
 * @param sizes such as {@code L2 2048K}, from small to large; empty if none are reported
 */
public record ProcessorCaches(List<String> sizes) {
  private static final Path FOLDER = Path.of("/sys/devices/system/cpu/cpu0/cache");

  public ProcessorCaches {
    sizes = List.copyOf(sizes);
  }

  /** Return the caches of this machine. */
  public static ProcessorCaches ofMachine() {
    return in(FOLDER);
  }

  /** Return the caches that {@code folder} describes. */
  static ProcessorCaches in(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return new ProcessorCaches(
          entries
              .filter(entry -> entry.getFileName().toString().startsWith("index"))
              .sorted()
              .flatMap(entry -> cache(entry).stream())
              .toList());
    } catch (IOException e) {
      return new ProcessorCaches(List.of());
    }
  }

  /** Return the sizes in words: {@code L1d 48K, L2 2048K, L3 480M} or {@code not reported}. */
  public String description() {
    return sizes.isEmpty() ? "not reported" : sizes.stream().collect(Collectors.joining(", "));
  }

  /** Describe the cache of {@code folder}, unless it is an instruction cache. */
  private static Optional<String> cache(Path folder) {
    try {
      String type = Files.readString(folder.resolve("type")).strip();
      String level = Files.readString(folder.resolve("level")).strip();
      String size = Files.readString(folder.resolve("size")).strip();
      return type.equals("Instruction")
          ? Optional.empty()
          : Optional.of("L" + level + (type.equals("Data") ? "d " : " ") + size);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
