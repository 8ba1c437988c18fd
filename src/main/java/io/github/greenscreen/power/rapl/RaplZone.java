package io.github.greenscreen.power.rapl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final String MAPPED = "intel-rapl-mmio";

  /** {@code intel-rapl} applies to AMD processors as well; psys contains the packages. */
  private static final Pattern FOLDER =
      Pattern.compile("(intel-rapl|" + MAPPED + "):(\\d+)(:\\d+)?");

  private static final Pattern PACKAGE = Pattern.compile("package-(\\d+)(?:-die-(\\d+))?");

  /**
   * Return the packages and DRAM of all sockets below {@code root}, by name. A memory-mapped zone
   * counts the same as the zone of that name in the registers, and is used only without one.
   */
  public static List<RaplZone> all(Path root) {
    List<RaplZone> zones = new ArrayList<>();
    Set<String> devices = new HashSet<>();
    for (Path folder : folders(root)) {
      zone(folder)
          .filter(zone -> !zone.isMapped() || !devices.contains(zone.device()))
          .map(zone -> devices.add(zone.device()) ? zone : zone.named(zone.distinctName()))
          .ifPresent(zones::add);
    }
    zones.sort(Comparator.comparing(RaplZone::device));
    return List.copyOf(zones);
  }

  /** Return whether this is the counter of a whole package or die. */
  boolean isPackage() {
    return device.startsWith("CPU ");
  }

  /** Return the same counter under another device name. */
  RaplZone named(String name) {
    return new RaplZone(name, folder, rangeMicrojoules);
  }

  /** Read the counter, in microjoules. */
  long read() throws IOException {
    return number(counter());
  }

  /** Return the file of the counter. */
  Path counter() {
    return folder.resolve("energy_uj");
  }

  private boolean isMapped() {
    return folder.getFileName().toString().startsWith(MAPPED);
  }

  private String distinctName() {
    return "%s (%s)".formatted(device, folder.getFileName());
  }

  /** Return the folders below {@code root}, those of the registers first. */
  private static List<Path> folders(Path root) {
    try (Stream<Path> folders = Files.list(root)) {
      return folders
          .sorted(
              Comparator.comparing((Path path) -> path.getFileName().toString().startsWith(MAPPED))
                  .thenComparing(Comparator.naturalOrder()))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<RaplZone> zone(Path folder) {
    Matcher matcher = FOLDER.matcher(folder.getFileName().toString());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = text(folder.resolve("name"));
    Path parent = folder.resolveSibling(matcher.group(1) + ":" + matcher.group(2));
    Optional<String> device =
        matcher.group(3) == null
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
