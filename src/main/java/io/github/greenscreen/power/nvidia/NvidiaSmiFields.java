package io.github.greenscreen.power.nvidia;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that are queried from {@code nvidia-smi}, in this order. One unknown field invalidates
 * the whole answer, so only fields that the tool's own help lists are queried.
 *
 * @param names names of the fields in the tool's spelling
 */
record NvidiaSmiFields(List<String> names) {
  /** Fields of every version, used if the help of the tool is empty. */
  static final NvidiaSmiFields BASIC =
      new NvidiaSmiFields(
          List.of("power.draw", "temperature.gpu", "utilization.gpu", "memory.used"));

  /** Mean power over the last second. */
  static final String AVERAGE = "power.draw.average";

  /** Instantaneous power. */
  static final String INSTANT = "power.draw.instant";

  /**
   * Power fields, best first: an average over a second covers all of the time, an instantaneous
   * value on some GPUs a quarter of it; the meaning of {@code power.draw} depends on GPU and
   * driver.
   */
  static final List<String> POWER = List.of(AVERAGE, INSTANT, "power.draw");

  private static final Pattern NAME = Pattern.compile("\"([a-z0-9_.]+)\"");

  NvidiaSmiFields {
    names = List.copyOf(names);
  }

  /** Select from the fields listed in {@code help}, the output of {@code --help-query-gpu}. */
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
    // Memory comes last, so that a truncated row loses a digit of memory and never one of power.
    return new NvidiaSmiFields(
        Stream.of(
                List.of("index", "uuid"),
                POWER,
                List.of("temperature.gpu", "utilization.gpu", "memory.used"))
            .flatMap(List::stream)
            .filter(known::contains)
            .toList());
  }

  /** Return the fields without {@code name}. */
  NvidiaSmiFields without(String name) {
    return new NvidiaSmiFields(names.stream().filter(field -> !field.equals(name)).toList());
  }

  /** Return whether a row identifies its GPU, which a loop requires. */
  boolean nameTheirGpu() {
    return names.contains("index");
  }

  /** Return whether a power field is included. */
  boolean namePower() {
    return POWER.stream().anyMatch(names::contains);
  }

  /** Return the index of {@code name} in a row, or −1. */
  int place(String name) {
    return names.indexOf(name);
  }
}
