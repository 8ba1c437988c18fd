package io.github.greenscreen.power.rapl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An energy counter in the Linux powercap tree.
 *
 * @param device device name of its samples: {@code CPU 0} for a socket, {@code DRAM 0} for its
 *     memory
 * @param folder folder of {@code energy_uj}
 * @param rangeMicrojoules value at which the counter restarts from 0; 0 if unknown
 */
public record RaplZone(String device, Path folder, long rangeMicrojoules) {
  /**
   * {@code intel-rapl} applies to AMD processors as well; {@code intel-rapl-mmio} counts the same.
   */
  private static final Pattern FOLDER = Pattern.compile("intel-rapl:(\\d+)(:\\d+)?");

  private static final Pattern PACKAGE = Pattern.compile("package-(\\d+)(?:-die-(\\d+))?");

  /** Return the packages and DRAM of all sockets below {@code root}, by name. */
  public static List<RaplZone> all(Path root) {
    List<RaplZone> zones = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root)) {
      folders.sorted().forEach(folder -> zone(folder).ifPresent(zones::add));
    } catch (IOException e) {
      return List.of();
    }
    zones.sort(Comparator.comparing(RaplZone::device));
    return List.copyOf(zones);
  }

  /** Read the counter, in microjoules. */
  long read() throws IOException {
    return number(folder.resolve("energy_uj"));
  }

  private static Optional<RaplZone> zone(Path folder) {
    Matcher matcher = FOLDER.matcher(folder.getFileName().toString());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = text(folder.resolve("name"));
    Path parent = folder.resolveSibling("intel-rapl:" + matcher.group(1));
    Optional<String> device =
        matcher.group(2) == null
            ? socket(name).map(socket -> "CPU " + socket)
            : Optional.of(name)
                .filter("dram"::equals)
                .flatMap(dram -> socket(text(parent.resolve("name"))))
                .map(socket -> "DRAM " + socket);
    return device.map(d -> new RaplZone(d, folder, range(folder)));
  }

  private static Optional<String> socket(String name) {
    Matcher matcher = PACKAGE.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String die = matcher.group(2) == null ? "" : " die " + matcher.group(2);
    return Optional.of(matcher.group(1) + die);
  }

  private static long range(Path folder) {
    try {
      return number(folder.resolve("max_energy_range_uj"));
    } catch (IOException e) {
      return 0;
    }
  }

  private static long number(Path file) throws IOException {
    String text = Files.readString(file).strip();
    if (!text.matches("\\d{1,18}")) {
      throw new IOException("found \"" + text + "\", expected microjoules");
    }
    return Long.parseLong(text);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
