package io.github.greenscreen.run.format;

import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads and writes {@code sweep.yaml}; configurations and known runs are numbered from 1. */
public final class SweepFile {
  /** Name of the file in the runs folder. */
  public static final String NAME = "sweep.yaml";

  /** Name of a copy, from which the sweep resumes if the file is broken. */
  public static final String COPY = "sweep.yaml.copy";

  private static final String HEAD = "# Whole only with its last line, which says: end.\n";
  private static final String END = "# end\n";
  private static final String SETTINGS = "settings";
  private static final String REPEATS = "repeats";
  private static final String PINNED = "pinned";
  private static final String KNOWN = "known";
  private static final String FIRST = "first";
  private static final String CONFIGURATIONS = "configurations";

  private SweepFile() {}

  /** Return {@code sweep} as the content of the file. */
  public static String format(SweepRecord sweep) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append(SimpleYaml.line("method", sweep.method()));
    text.append(SimpleYaml.line("seed", Long.toString(sweep.seed())));
    text.append(SimpleYaml.line("asked", Integer.toString(sweep.asked())));
    if (sweep.repeats() > 1) {
      text.append(SimpleYaml.line(REPEATS, Integer.toString(sweep.repeats())));
    }
    text.append(sweep.data().isEmpty() ? "" : SimpleYaml.line("data", sweep.data()));
    sweep.limit().ifPresent(n -> text.append(SimpleYaml.line("limit", Integer.toString(n))));
    text.append(SimpleYaml.block(SETTINGS, sweep.settings()));
    text.append(SimpleYaml.block(PINNED, sweep.pinned()));
    text.append(SimpleYaml.block(KNOWN, numbered(sweep.known())));
    if (!sweep.first().isEmpty()) {
      append(text, FIRST, sweep.first());
    }
    append(text, CONFIGURATIONS, sweep.configurations());
    return text.append(END).toString();
  }

  private static Map<String, String> numbered(List<String> texts) {
    Map<String, String> numbered = new LinkedHashMap<>();
    texts.forEach(text -> numbered.put(Integer.toString(numbered.size() + 1), text));
    return numbered;
  }

  private static void append(StringBuilder text, String name, List<Configuration> configurations) {
    text.append(name).append(configurations.isEmpty() ? ": {}\n" : ":\n");
    int number = 1;
    for (Configuration configuration : configurations) {
      text.append("  ").append(number).append(":\n");
      configuration
          .values()
          .forEach((key, value) -> text.append("    ").append(SimpleYaml.line(key, value)));
      number++;
    }
  }

  /** Parse {@code content} of {@code file}; files of earlier versions have neither head nor end. */
  public static SweepRecord parse(Path file, String content) {
    if (content.startsWith(HEAD) && !content.endsWith(END)) {
      throw new RunFolderException(
          file + ": truncated: its last line is not \"" + END.strip() + "\"");
    }
    YamlMapping sweep = YamlMapping.parse(file, content);
    return new SweepRecord(
        sweep.text("method"),
        sweep.whole("seed"),
        sweep.count("asked"),
        sweep.has(REPEATS) ? sweep.count(REPEATS) : 1,
        sweep.text("data", ""),
        sweep.has("limit") ? OptionalInt.of(sweep.count("limit")) : OptionalInt.empty(),
        sweep.block(SETTINGS).texts(),
        sweep.block(PINNED).texts(),
        List.copyOf(sweep.block(KNOWN).texts().values()),
        configurations(sweep.block(FIRST)),
        configurations(sweep.block(CONFIGURATIONS)));
  }

  private static List<Configuration> configurations(YamlMapping all) {
    return all.names().stream().map(number -> Configuration.of(all.block(number).texts())).toList();
  }
}
