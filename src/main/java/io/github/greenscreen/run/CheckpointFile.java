package io.github.greenscreen.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Names and order of the manifest of a checkpoint, which vouches for the file with the state of the
 * engine by its size and sum, and for itself by the sum of its lines in the last one.
 */
final class CheckpointFile {
  private static final String VERSION = "greenscreen_checkpoint";
  private static final String EPOCHS = "epochs";
  private static final String STATE_BYTES = "state_bytes";
  private static final String STATE_SHA256 = "state_sha256";
  private static final String POWER_SAMPLES = "power_samples";
  private static final String UNTIL = "until_ms";
  private static final String ASKED = "asked";
  private static final String SECONDS = "seconds";
  private static final String SPENT = "spent";
  private static final String LOGS = "logs";
  private static final String OWN_SHA256 = "sha256";
  private static final String LAST_LINE = "\n" + OWN_SHA256 + ": ";

  private final Path file;
  private final Map<String, FlatYaml.Entry> entries;

  private CheckpointFile(Path file, Map<String, FlatYaml.Entry> entries) {
    this.file = file;
    this.entries = entries;
  }

  /**
   * A manifest.
   *
   * @param checkpoint what it says
   * @param state the file it vouches for
   */
  record Manifest(Checkpoint checkpoint, State state) {}

  /**
   * The file with the state of the engine.
   *
   * @param bytes its size
   * @param sha256 its sum
   */
  record State(long bytes, String sha256) {}

  static String format(Manifest manifest) {
    Checkpoint checkpoint = manifest.checkpoint();
    StringBuilder text = new StringBuilder();
    text.append(FlatYaml.line(VERSION, "1"));
    text.append(FlatYaml.line(EPOCHS, Integer.toString(checkpoint.epochs())));
    text.append(FlatYaml.line(STATE_BYTES, Long.toString(manifest.state().bytes())));
    text.append(FlatYaml.line(STATE_SHA256, manifest.state().sha256()));
    text.append(FlatYaml.line(POWER_SAMPLES, Integer.toString(checkpoint.powerSamples())));
    checkpoint
        .untilMillis()
        .ifPresent(millis -> text.append(FlatYaml.line(UNTIL, Long.toString(millis))));
    append(text, ASKED, checkpoint.asked());
    Map<String, String> seconds = new LinkedHashMap<>();
    checkpoint.seconds().forEach((phase, s) -> seconds.put(phase, Double.toString(s)));
    append(text, SECONDS, seconds);
    append(text, SPENT, checkpoint.spent());
    Map<String, String> logs = new LinkedHashMap<>();
    checkpoint.logs().forEach(line -> logs.put(Integer.toString(logs.size() + 1), line));
    append(text, LOGS, logs);
    return text + FlatYaml.line(OWN_SHA256, sum(text.toString()));
  }

  private static void append(StringBuilder text, String name, Map<String, String> values) {
    if (!values.isEmpty()) {
      text.append(name).append(":\n");
      values.forEach((key, value) -> text.append("  ").append(FlatYaml.line(key, value)));
    }
  }

  /** Read {@code content} of {@code file}, which must be all of what {@link #format} wrote. */
  static Manifest parse(Path file, String content) {
    int end = content.lastIndexOf(LAST_LINE) + 1;
    String expected = end == 0 ? "" : FlatYaml.line(OWN_SHA256, sum(content.substring(0, end)));
    if (end == 0 || !content.substring(end).equals(expected)) {
      throw new RunFolderException(file + ": it is cut off or was changed");
    }
    CheckpointFile found = new CheckpointFile(file, FlatYaml.parse(file, content));
    return found.manifest();
  }

  private Manifest manifest() {
    if (!text(VERSION).equals("1")) {
      throw new RunFolderException(file + ": it is of another version of greenscreen");
    }
    Map<String, Double> seconds = new LinkedHashMap<>();
    inner(SECONDS).forEach((phase, value) -> seconds.put(phase, Double.parseDouble(value)));
    Map<Integer, String> logs = new TreeMap<>();
    inner(LOGS).forEach((number, line) -> logs.put(Integer.valueOf(number), line));
    Checkpoint checkpoint =
        new Checkpoint(
            Math.toIntExact(number(EPOCHS)),
            inner(ASKED),
            seconds,
            inner(SPENT),
            Math.toIntExact(number(POWER_SAMPLES)),
            entries.containsKey(UNTIL) ? OptionalLong.of(number(UNTIL)) : OptionalLong.empty(),
            List.copyOf(logs.values()));
    return new Manifest(checkpoint, new State(number(STATE_BYTES), text(STATE_SHA256)));
  }

  private Map<String, String> inner(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    FlatYaml.Entry entry = entries.get(name);
    if (entry != null) {
      entry.inner().orElse(Map.of()).forEach((key, value) -> values.put(key, value.text()));
    }
    return values;
  }

  private long number(String name) {
    if (!text(name).matches("\\d{1,18}")) {
      throw new RunFolderException(file + ": " + name + " is no whole number");
    }
    return Long.parseLong(text(name));
  }

  private String text(String name) {
    return entries.containsKey(name) ? entries.get(name).text() : "";
  }

  private static String sum(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
