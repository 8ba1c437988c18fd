package io.github.greenscreen.sweep.launch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A slot for one run at a time.
 *
 * @param number from 1, distinguishes slots on the same device
 * @param device the UUID of a GPU, or empty for the processors
 * @param variables environment variables that bind a run, and its power meter, to the device
 */
public record Slot(int number, String device, Map<String, String> variables) {
  public Slot {
    Objects.requireNonNull(device);
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /** Return the only slot of a machine that is not shared. */
  public static Slot only() {
    return new Slot(1, "", Map.of());
  }

  /**
   * Return why the energy of a run on this one of {@code slots} cannot be told from that of other
   * runs; empty if it can.
   *
   * @param metersMachine whether a meter measures all runs of the machine together
   */
  public String sharingReason(List<Slot> slots, boolean metersMachine) {
    long mates = slots.stream().filter(slot -> slot.device().equals(device)).count();
    if (mates > 1 && !device.isEmpty()) {
      return words(mates, "share " + device);
    }
    boolean shares = device.isEmpty() || metersMachine;
    return shares && slots.size() > 1 ? words(slots.size(), "share the processors") : "";
  }

  private static String words(long runs, String what) {
    return String.format(
        Locale.ROOT, "%d parallel runs %s, so their energy cannot be told apart", runs, what);
  }
}
