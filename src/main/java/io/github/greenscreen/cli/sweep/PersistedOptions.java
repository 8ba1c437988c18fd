package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.failure.FailureReason;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Options of a sweep that apply again when it is resumed, unless they are given on the command
 * line. All runs of a sweep must share them. They are stored in {@code sweep.yaml} as typed, by
 * their names without dashes.
 */
final class PersistedOptions {
  /**
   * Names of the persisted options. To persist another one, add its name here, provided that its
   * text means the same from any folder.
   */
  private static final List<String> NAMES =
      List.of(
          "meter",
          "meter-period",
          "checkpoint-every",
          "save-models",
          "idle",
          "cool-down",
          "energy-budget",
          "max-power",
          "max-run-time",
          "on-nan",
          "stall-timeout",
          "retries",
          "max-failures",
          "parallel",
          "orphan",
          "engine",
          "device",
          "float32-convolutions",
          "profile-runs");

  private final CommandSpec spec;

  /** Handle options of the command {@code spec}, after its command line was parsed. */
  PersistedOptions(CommandSpec spec) {
    this.spec = spec;
  }

  /** Return the persisted options that were typed, without defaults. */
  Map<String, String> given() {
    ParseResult parsed = spec.commandLine().getParseResult();
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (parsed.hasMatchedOption("--" + name)) {
        List<String> texts = parsed.matchedOption("--" + name).stringValues();
        given.put(name, texts.get(texts.size() - 1));
      }
    }
    return given;
  }

  /**
   * Set each option that was not given on the command line to its value in {@code kept}, which
   * comes from {@code file}.
   *
   * @throws UsageException if a value is invalid
   */
  void recall(Map<String, String> kept, Path file) {
    Map<String, String> given = given();
    for (String name : NAMES) {
      if (kept.containsKey(name) && !given.containsKey(name)) {
        set(spec.findOption("--" + name), kept.get(name), file);
      }
    }
  }

  private static void set(OptionSpec option, String text, Path file) {
    try {
      ITypeConverter<?>[] converters = option.converters();
      option.setValue(converters.length == 0 ? text : converters[0].convert(text));
    } catch (Exception e) {
      String reason = FailureReason.of(e);
      throw new UsageException(
          "%s: %s: %s; fix the line, or pass %s again"
              .formatted(file, option.longestName().substring(2), reason, option.longestName()));
    }
  }
}
