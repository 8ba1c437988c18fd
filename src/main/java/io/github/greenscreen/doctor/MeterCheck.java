package io.github.greenscreen.doctor;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.power.meter.MeterAdvice;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.power.meter.MeterSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks which power meters respond. */
final class MeterCheck {
  private static final String SUBJECT = "power meter";

  private MeterCheck() {}

  /**
   * Return one result per responding meter of {@code choices}, and per silent one that was {@code
   * named} by the user or that this machine has. Unless meters were named, the last result says
   * which meter {@code auto} reads, or that no meter was found.
   */
  static List<CheckResult> findings(
      Function<MeterChoice, PowerMeter> opener, List<MeterChoice> choices, boolean named)
      throws InterruptedException {
    List<PowerMeter> candidates = choices.stream().map(opener).toList();
    List<CheckResult> findings = new ArrayList<>();
    try (MeterSet open = MeterSet.answering(candidates)) {
      open.all().forEach(meter -> findings.add(answering(meter, open.known(meter))));
      for (int i = 0; i < choices.size(); i++) {
        PowerMeter meter = candidates.get(i);
        if (open.silent().containsKey(meter) && (named || meter.isInstalled())) {
          findings.add(silent(choices.get(i).spelled(), open.silent().get(meter)));
        }
      }
      if (!named) {
        findings.add(open.isEmpty() ? none(findings.isEmpty()) : chosen(opener));
      }
    }
    return findings;
  }

  /** Say what train and sweep read by default, by choosing as they do. */
  private static CheckResult chosen(Function<MeterChoice, PowerMeter> opener) {
    try (PowerMeter auto = opener.apply(MeterChoice.AUTO)) {
      return CheckResult.ok(SUBJECT, "auto, the default of train and sweep, reads " + auto.name());
    }
  }

  private static CheckResult answering(PowerMeter meter, List<PowerSample> samples) {
    String readings =
        samples.stream()
            .map(each -> each.device() + " " + TextNumberFormat.fixed(each.powerW(), 1, " W"))
            .collect(Collectors.joining(", "));
    String mark = PowerSource.of(samples, meter.facts()).mark();
    return new CheckResult(
        CheckResult.Verdict.OK,
        SUBJECT,
        PowerSourceLabel.beside(meter.name(), mark) + ", " + readings + origin(meter),
        meter.errorLog().isEmpty()
            ? ""
            : meter.name() + ": " + String.join("; ", meter.errorLog()));
  }

  /** Return details of the readings, if the meter knows them. */
  private static String origin(PowerMeter meter) {
    Map<String, String> facts = meter.facts();
    return Stream.of("power_field", "power_driver", MeterFacts.COUNTER)
        .filter(facts::containsKey)
        .map(name -> ", " + name + " " + facts.get(name))
        .collect(Collectors.joining());
  }

  private static CheckResult silent(String meter, String reason) {
    return CheckResult.missing(SUBJECT, meter + " reports no power", meter + ": " + reason);
  }

  private static CheckResult none(boolean nothingInstalled) {
    return CheckResult.missing(
        SUBJECT,
        "none found",
        "energy will be N/A and runs will be ranked by time; "
            + (nothingInstalled
                ? MeterAdvice.NOTHING_INSTALLED
                : "see above, or choose a meter with --meter of train and sweep"));
  }
}
