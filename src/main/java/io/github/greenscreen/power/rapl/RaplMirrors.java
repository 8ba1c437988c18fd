package io.github.greenscreen.power.rapl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds zones that show the counter of another zone. On AMD's first two generations of Zen, Linux
 * shows one zone per die, and all of a socket have the same counter. Counters of different dies do
 * not have the same value.
 */
final class RaplMirrors {
  /** How far two readings of one counter may be out of order, in microjoules. */
  private static final long SLACK = 1_000_000;

  private static final int ATTEMPTS = 5;
  private static final Pattern DIE = Pattern.compile("(CPU \\d+) die \\d+");

  private RaplMirrors() {}

  /** Return those of {@code zones} whose counter is now that of an earlier zone of their kind. */
  static Set<RaplZone> among(List<RaplZone> zones) {
    Set<RaplZone> mirrors = new LinkedHashSet<>();
    List<RaplZone> originals = new ArrayList<>();
    for (RaplZone zone : zones) {
      boolean mirror =
          originals.stream()
              .anyMatch(one -> one.isPackage() == zone.isPackage() && isSame(one, zone));
      if (mirror) {
        mirrors.add(zone);
      } else {
        originals.add(zone);
      }
    }
    return mirrors;
  }

  /** Return {@code zones} without {@code mirrors}; the only die left of a socket is the socket. */
  static List<RaplZone> without(Set<RaplZone> mirrors, List<RaplZone> zones) {
    Set<String> mirrored = new HashSet<>();
    mirrors.forEach(zone -> mirrored.add(socket(zone)));
    List<RaplZone> kept = zones.stream().filter(zone -> !mirrors.contains(zone)).toList();
    return kept.stream()
        .map(
            zone ->
                mirrored.contains(socket(zone))
                        && kept.stream().filter(k -> socket(k).equals(socket(zone))).count() == 1
                    ? zone.named(socket(zone))
                    : zone)
        .toList();
  }

  private static String socket(RaplZone zone) {
    Matcher die = DIE.matcher(zone.device());
    return die.matches() ? die.group(1) : zone.device();
  }

  /** Return whether a reading of {@code other} fits between two readings of {@code one}. */
  private static boolean isSame(RaplZone one, RaplZone other) {
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        long before = one.read();
        long between = other.read();
        long after = one.read();
        if (between > 0 && between >= before - SLACK && between <= after + SLACK) {
          return true;
        }
      }
    } catch (IOException e) {
      // A counter that cannot be read is not known to be another one.
    }
    return false;
  }
}
