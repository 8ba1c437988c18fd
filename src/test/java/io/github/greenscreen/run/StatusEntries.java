package io.github.greenscreen.run;

import io.github.greenscreen.run.format.SimpleYaml;
import io.github.greenscreen.run.format.StatusFile;
import io.github.greenscreen.run.format.YamlMapping;
import io.github.greenscreen.run.model.RunStatus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The entries of a status as {@code status.yaml} spells them. */
public final class StatusEntries {
  private static final Path FILE = Path.of("status.yaml");

  private StatusEntries() {}

  /** Return the entries of {@code status}, without the mapping of seconds by phase. */
  public static Map<String, String> of(RunStatus status) {
    Map<String, String> entries = new LinkedHashMap<>();
    YamlMapping file = YamlMapping.parse(FILE, StatusFile.format(status));
    file.names().stream()
        .filter(name -> !name.equals("seconds"))
        .forEach(name -> entries.put(name, file.text(name)));
    return entries;
  }

  /** Return {@code status} as it is read if its file has {@code more} as well or instead. */
  public static RunStatus with(RunStatus status, Map<String, String> more) {
    Map<String, String> entries = of(status);
    entries.putAll(more);
    StringBuilder text = new StringBuilder();
    entries.forEach((name, value) -> text.append(SimpleYaml.line(name, value)));
    return StatusFile.parse(FILE, text.toString()).withSeconds(status.seconds());
  }
}
