package io.github.greenscreen.power;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that are asked of {@code nvidia-smi}, in this order. One unknown field spoils the
 * whole answer, so only what the tool's own help names is asked for.
 *
 * @param names their names as the tool spells them
 */
record NvidiaSmiFields(List<String> names) {
  /** What every version knows; asked of a tool whose help says nothing. */
  static final NvidiaSmiFields BASIC =
      new NvidiaSmiFields(
          List.of("power.draw", "temperature.gpu", "utilization.gpu", "memory.used"));

  /** The mean power of the last second. */
  static final String AVERAGE = "power.draw.average";

  /** The power of the moment. */
  static final String INSTANT = "power.draw.instant";

  /**
   * Fields of power, the best first: an average over a second sees all of the time, an instant on
   * some GPUs a quarter of it; what {@code power.draw} means depends on GPU and driver.
   */
  static final List<String> POWER = List.of(AVERAGE, INSTANT, "power.draw");

  private static final Pattern NAME = Pattern.compile("\"([a-z0-9_.]+)\"");

  NvidiaSmiFields {
    names = List.copyOf(names);
  }

  /** Choose among the fields that {@code help}, the answer to {@code --help-query-gpu}, names. */
  static NvidiaSmiFields among(String help) {
    Set<String> known =
        help.lines()
            .filter(line -> line.startsWith("\""))
            .flatMap(line -> NAME.matcher(line).results())
            .map((MatchResult match) -> match.group(1))
            .collect(Collectors.toSet());
    if (!known.contains("index") || POWER.stream().noneMatch(known::contains)) {
      return BASIC;
    }
    // Memory comes last: half a row then loses a digit of memory and never one of power.
    return new NvidiaSmiFields(
        Stream.of(
                List.of("index", "uuid"),
                POWER,
                List.of("temperature.gpu", "utilization.gpu", "memory.used"))
            .flatMap(List::stream)
            .filter(known::contains)
            .toList());
  }

  /** Return the fields but {@code name}. */
  NvidiaSmiFields without(String name) {
    return new NvidiaSmiFields(names.stream().filter(field -> !field.equals(name)).toList());
  }

  /** Return whether a row tells of which GPU it is, without which a loop cannot be understood. */
  boolean nameTheirGpu() {
    return names.contains("index");
  }

  /** Return whether a field of power is among them. */
  boolean namePower() {
    return POWER.stream().anyMatch(names::contains);
  }

  /** Return the place of {@code name} in a row, or −1. */
  int place(String name) {
    return names.indexOf(name);
  }
}
