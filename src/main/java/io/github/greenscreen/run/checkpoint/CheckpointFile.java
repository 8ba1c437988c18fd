package io.github.greenscreen.run.checkpoint;

import io.github.greenscreen.checksum.Sha256;
import io.github.greenscreen.run.format.SimpleYaml;
import io.github.greenscreen.run.format.YamlMapping;
import io.github.greenscreen.run.model.RunFolderException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Reads and writes the manifest of a checkpoint. It holds size and SHA-256 checksum of the file
 * with the state of the engine; its last line is the checksum of its own lines.
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

  private CheckpointFile() {}

  /**
   * The content of a manifest.
   *
   * @param checkpoint the checkpoint without the state of the engine
   * @param state the file with the state of the engine
   */
  record Manifest(Checkpoint checkpoint, State state) {}

  /**
   * The file with the state of the engine.
   *
   * @param bytes its size
   * @param sha256 its SHA-256 checksum
   */
  record State(long bytes, String sha256) {}

  static String format(Manifest manifest) {
    Checkpoint checkpoint = manifest.checkpoint();
    StringBuilder text = new StringBuilder();
    text.append(SimpleYaml.line(VERSION, "1"));
    text.append(SimpleYaml.line(EPOCHS, Integer.toString(checkpoint.epochs())));
    text.append(SimpleYaml.line(STATE_BYTES, Long.toString(manifest.state().bytes())));
    text.append(SimpleYaml.line(STATE_SHA256, manifest.state().sha256()));
    text.append(SimpleYaml.line(POWER_SAMPLES, Integer.toString(checkpoint.powerSamples())));
    checkpoint
        .untilMillis()
        .ifPresent(millis -> text.append(SimpleYaml.line(UNTIL, Long.toString(millis))));
    text.append(SimpleYaml.block(ASKED, checkpoint.asked()));
    Map<String, String> seconds = new LinkedHashMap<>();
    checkpoint.seconds().forEach((phase, s) -> seconds.put(phase, Double.toString(s)));
    text.append(SimpleYaml.block(SECONDS, seconds));
    text.append(SimpleYaml.block(SPENT, checkpoint.spent()));
    Map<String, String> logs = new LinkedHashMap<>();
    checkpoint.logs().forEach(line -> logs.put(Integer.toString(logs.size() + 1), line));
    text.append(SimpleYaml.block(LOGS, logs));
    return text + SimpleYaml.line(OWN_SHA256, sum(text.toString()));
  }

  /** Read {@code content} of {@code file}, which must be the complete output of {@link #format}. */
  static Manifest parse(Path file, String content) {
    int end = content.lastIndexOf(LAST_LINE) + 1;
    String expected = end == 0 ? "" : SimpleYaml.line(OWN_SHA256, sum(content.substring(0, end)));
    if (end == 0 || !content.substring(end).equals(expected)) {
      throw new RunFolderException(file + ": truncated or modified");
    }
    YamlMapping manifest = YamlMapping.parse(file, content);
    if (!manifest.text(VERSION).equals("1")) {
      throw new RunFolderException(file + ": written by another version of greenscreen");
    }
    State state = new State(manifest.whole(STATE_BYTES), manifest.text(STATE_SHA256));
    return new Manifest(checkpoint(manifest), state);
  }

  private static Checkpoint checkpoint(YamlMapping manifest) {
    YamlMapping phases = manifest.block(SECONDS);
    Map<String, Double> seconds = new LinkedHashMap<>();
    phases.names().forEach(phase -> seconds.put(phase, phases.number(phase)));
    Map<Integer, String> logs = new TreeMap<>();
    manifest.block(LOGS).texts().forEach((n, line) -> logs.put(Integer.valueOf(n), line));
    return new Checkpoint(
        Math.toIntExact(manifest.whole(EPOCHS)),
        manifest.block(ASKED).texts(),
        seconds,
        manifest.block(SPENT).texts(),
        Math.toIntExact(manifest.whole(POWER_SAMPLES)),
        manifest.has(UNTIL) ? OptionalLong.of(manifest.whole(UNTIL)) : OptionalLong.empty(),
        List.copyOf(logs.values()));
  }

  private static String sum(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
