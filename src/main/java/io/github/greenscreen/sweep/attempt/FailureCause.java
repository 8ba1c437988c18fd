package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.process.Crash;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.training.OutOfMemoryMessages;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The cause of a failed run in a form that is equal for runs of other configurations which the same
 * fault of the machine ends: a crash, or the reason of a run that failed before its first epoch.
 *
 * @param text signal, library and function of a crash; otherwise the reason without what differs
 *     between runs
 * @param isCrash whether native code crashed
 */
public record FailureCause(String text, boolean isCrash) {
  /** Addresses and long numbers, such as those in names of temporary files. */
  private static final Pattern FLEETING = Pattern.compile("0x[0-9a-fA-F]+|\\d{4,}");

  public FailureCause {
    Objects.requireNonNull(text);
  }

  /** Return the cause of a run that ended by {@code crash}. */
  static FailureCause of(Crash crash) {
    String place = String.join(" ", crash.signal(), crash.library(), crash.function());
    return new FailureCause(place, true);
  }

  /**
   * Return the cause of the run in {@code folder} that failed for {@code reason} before its first
   * epoch; empty if memory was exhausted, which depends on the configuration.
   */
  static Optional<FailureCause> of(RunFolder folder, String reason) {
    if (OutOfMemoryMessages.isOne(reason)) {
      return Optional.empty();
    }
    String general =
        reason
            .replace(folder.path().toAbsolutePath().normalize().toString(), "")
            .replace(folder.path().toString(), "")
            .replaceAll("\\b" + Pattern.quote(folder.name()) + "\\b", "");
    return Optional.of(new FailureCause(FLEETING.matcher(general).replaceAll(""), false));
  }

  /**
   * Tell whether the cause lies in the value {@code value} of the parameter {@code name}, because
   * the reason names both, as in {@code precision float16}.
   */
  public boolean names(String name, String value) {
    String pair = "(?<![\\w-])" + Pattern.quote(name) + "[ =:]+\"?" + Pattern.quote(value);
    return !isCrash && Pattern.compile(pair + "(?![\\w-])").matcher(text).find();
  }
}
