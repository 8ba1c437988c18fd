package io.github.greenscreen.doctor;

import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.engine.EngineSelfTest;
import io.github.greenscreen.training.engine.EngineSelfTest.Outcome;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks with the self-test whether the network of a study trains in every precision. */
final class PrecisionCheck {
  private static final String NETWORK = NetworkKind.RESNET50.configName();

  /** Advice on a workaround. */
  static final String ADVICE =
      "no action needed: every training applies it automatically, and status.yaml records it";

  private final EngineSelfTest selfTest;
  private final List<CheckResult> findings = new ArrayList<>();
  private String instructions = "";

  private PrecisionCheck(EngineSelfTest selfTest) {
    this.selfTest = selfTest;
  }

  /** Return a result for the engine's instruction set and one for each precision. */
  static List<CheckResult> of(EngineSelfTest selfTest) {
    PrecisionCheck check = new PrecisionCheck(selfTest);
    ConfigChoice.configNames(Precision.class).forEach(check::test);
    if (!check.instructions.isEmpty()) {
      check.findings.add(0, CheckResult.ok("oneDNN", check.instructions));
    }
    return check.findings;
  }

  private void test(String precision) {
    String subject = NETWORK + " " + precision;
    try {
      findings.add(finding(subject, selfTest.test(hyperparameters(precision))));
    } catch (UnsupportedChoiceException e) {
      findings.add(CheckResult.broken(subject, e.getMessage(), "use another precision"));
    }
  }

  private CheckResult finding(String subject, Outcome outcome) {
    if (instructions.isEmpty()) {
      instructions = outcome.instructions();
    }
    Optional<String> workaround = outcome.workaround();
    if (workaround.isPresent()) {
      return CheckResult.missing(subject, "trains with a workaround: " + workaround.get(), ADVICE);
    }
    return Double.isNaN(outcome.imagesPerSecond())
        ? CheckResult.missing(
            subject, "could not be tested", "run 'greenscreen doctor --verbose' for details")
        : CheckResult.ok(
            subject,
            "trains; %s in its self-test"
                .formatted(TextNumberFormat.fixed(outcome.imagesPerSecond(), 1, " images/s")));
  }

  private static Hyperparameters hyperparameters(String precision) {
    return Hyperparameters.of(
        Configuration.of(Map.of("model", NETWORK, "precision", precision, "batch_size", "32")));
  }
}
