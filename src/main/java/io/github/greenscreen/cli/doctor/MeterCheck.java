package io.github.greenscreen.cli.doctor;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.cli.support.CliContext;
import io.github.greenscreen.cli.support.MeterSet;
import io.github.greenscreen.cli.support.ValueFormat;
import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.power.meter.MeterChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks which power meters respond. */
final class MeterCheck {
  private static final String SUBJECT = "power meter";

  private MeterCheck() {}

  /**
   * Return one result per responding meter of {@code choices}. If the meters were {@code named} by
   * the user, silent ones are reported individually; if there is nothing to report, the result says
   * that no meter responds.
   */
  static List<CheckResult> findings(CliContext context, List<MeterChoice> choices, boolean named)
      throws InterruptedException {
    List<PowerMeter> candidates = choices.stream().map(context.meter()).toList();
    List<CheckResult> findings = new ArrayList<>();
    try (MeterSet open = MeterSet.answering(candidates)) {
      open.all().forEach(meter -> findings.add(answering(meter, open.known(meter))));
      if (named) {
        for (int i = 0; i < choices.size(); i++) {
          if (!open.all().contains(candidates.get(i))) {
            findings.add(silent(choices.get(i).spelled()));
          }
        }
      }
    }
    return findings.isEmpty() ? List.of(none()) : findings;
  }

  private static CheckResult answering(PowerMeter meter, List<PowerSample> samples) {
    String readings =
        samples.stream()
            .map(each -> each.device() + " " + ValueFormat.number(each.powerW(), 1, " W"))
            .collect(Collectors.joining(", "));
    String mark = PowerSource.of(samples, meter.facts()).mark();
    return CheckResult.ok(
        SUBJECT, PowerSourceLabel.beside(meter.name(), mark) + ", " + readings + origin(meter));
  }

  /** Return details of the readings, if the meter knows them. */
  private static String origin(PowerMeter meter) {
    Map<String, String> facts = meter.facts();
    return Stream.of("power_field", "power_driver", MeterFacts.COUNTER)
        .filter(facts::containsKey)
        .map(name -> ", " + name + " " + facts.get(name))
        .collect(Collectors.joining());
  }

  private static CheckResult silent(String meter) {
    return CheckResult.missing(
        SUBJECT,
        meter + " is not available",
        "see docs/power.md, \"Power meters\", for what "
            + meter
            + " needs, or choose another with --meter");
  }

  private static CheckResult none() {
    return CheckResult.missing(
        SUBJECT,
        "none found",
        "energy will be N/A and runs will be ranked by time; install the NVIDIA driver "
            + "with nvidia-smi if this machine has an NVIDIA GPU, or choose a meter with --meter "
            + "of train and sweep");
  }
}
