package io.github.greenscreen.training.limit;

import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups readings of a meter into rounds with one sample per device. A meter that could not be read
 * for a while returns several samples of a device at once, which must not be summed as if they were
 * several devices.
 */
final class ReadingRounds {
  private ReadingRounds() {}

  /**
   * Return the rounds of {@code samples} in chronological order. Each has one sample of every
   * device, the newest first; a device with fewer samples than another repeats its last one.
   */
  static List<List<PowerSample>> of(List<PowerSample> samples) {
    Map<String, List<PowerSample>> devices = new LinkedHashMap<>();
    samples.stream()
        .sorted(Comparator.comparingLong(PowerSample::timeMillis))
        .forEach(
            sample ->
                devices.computeIfAbsent(sample.device(), key -> new ArrayList<>()).add(sample));
    int most = devices.values().stream().mapToInt(List::size).max().orElse(0);
    List<List<PowerSample>> rounds = new ArrayList<>();
    for (int round = 0; round < most; round++) {
      rounds.add(round(devices.values(), round));
    }
    return rounds;
  }

  private static List<PowerSample> round(Collection<List<PowerSample>> devices, int round) {
    return devices.stream()
        .map(of -> of.get(Math.min(round, of.size() - 1)))
        .sorted(Comparator.comparingLong(PowerSample::timeMillis).reversed())
        .toList();
  }
}
