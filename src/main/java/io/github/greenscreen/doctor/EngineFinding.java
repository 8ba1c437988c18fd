package io.github.greenscreen.doctor;

import io.github.greenscreen.engine.EngineChoice;
import io.github.greenscreen.engine.EngineException;
import io.github.greenscreen.engine.EngineRequest;
import io.github.greenscreen.engine.Engines;
import java.util.Optional;

/** Checks for {@code doctor} which build of PyTorch is used, and activates it in this process. */
public final class EngineFinding {
  private static final String SUBJECT = "engine";

  private EngineFinding() {}

  /** Return the decision of {@code engines}; nothing is fetched. */
  public static CheckResult of(Engines engines, EngineRequest request) {
    try {
      Optional<EngineChoice> choice = engines.decide(request);
      if (choice.isEmpty()) {
        return CheckResult.missing(
            SUBJECT,
            "PyTorch for the GPU is not installed; the first training fetches it",
            engines.missingSentence());
      }
      engines.use(choice.get());
      return CheckResult.ok(SUBJECT, choice.get().description() + ": " + choice.get().reason());
    } catch (EngineException e) {
      return CheckResult.broken(
          SUBJECT, e.getMessage(), "run 'greenscreen engine info' for details");
    }
  }
}
