package io.github.greenscreen.power;

import java.time.Duration;

/** Chooses the best meter that answers, or may answer later. */
final class AutoMeter {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final String NO_GPU = "No devices were found";

  private AutoMeter() {}

  /** Open the meter of the GPUs, else that of the processors, else none. */
  static PowerMeter open(MeterPlace place) {
    if (mayHaveGpu(place)) {
      return MeterKind.nvidiaSmi(place);
    }
    RaplMeter rapl = MeterKind.rapl(place);
    return rapl.answers() ? rapl : new NoMeter();
  }

  /** A driver that fails now may recover, so only a clear answer counts as no GPU. */
  private static boolean mayHaveGpu(MeterPlace place) {
    Complaints complaints = new Complaints(NvidiaSmi.NAME);
    NvidiaSmi tool = new NvidiaSmi(place.environment(), TIMEOUT, complaints);
    if (tool.devices().none() || tool.find().isEmpty()) {
      return false;
    }
    boolean gpus = tool.visible().filter(list -> !list.isEmpty()).isPresent();
    return gpus || complaints.reasons().stream().noneMatch(reason -> reason.contains(NO_GPU));
  }
}
