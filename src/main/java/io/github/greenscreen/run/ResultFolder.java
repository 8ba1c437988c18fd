package io.github.greenscreen.run;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.format.CsvTable;
import io.github.greenscreen.run.format.SimpleYaml;
import io.github.greenscreen.run.io.LineFile;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The folder for results about all runs, {@code report} by default: tables as CSV and
 * configurations as YAML, in the number formats of the run folders. Files are replaced atomically;
 * failures are {@link RunFolderException}s.
 */
public final class ResultFolder {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private final Path folder;

  /** Use {@code folder}, which is created when the first file is written. */
  public ResultFolder(Path folder) {
    this.folder = Objects.requireNonNull(folder);
  }

  /**
   * Write a table whose first row is its header. Cells that a spreadsheet would evaluate as a
   * formula get a leading apostrophe; numbers stay as they are.
   */
  public void writeTable(String fileName, List<List<String>> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(
        row -> text.append(CsvTable.line(row.stream().map(ResultFolder::defused).toList())));
    write(fileName, text.toString());
  }

  /**
   * Write a configuration, {@code model} first, in the form of {@code parameters.yaml}.
   *
   * @param heading comment lines at the top
   * @param remarks comments for parameters, by name; parameters may be missing
   */
  public void writeConfiguration(
      String fileName,
      List<String> heading,
      Configuration configuration,
      Map<String, String> remarks) {
    StringBuilder text = new StringBuilder();
    heading.forEach(line -> text.append("# ").append(oneLine(line)).append('\n'));
    Map<String, String> ordered = new LinkedHashMap<>();
    configuration.find("model").ifPresent(model -> ordered.put("model", model));
    ordered.putAll(configuration.values());
    ordered.forEach(
        (name, value) -> {
          String remark = remarks.containsKey(name) ? "  # " + oneLine(remarks.get(name)) : "";
          text.append(SimpleYaml.line(name, value).stripTrailing()).append(remark).append('\n');
        });
    write(fileName, text.toString());
  }

  /** Write {@code content} as it is. */
  public void writeText(String fileName, String content) {
    write(fileName, content);
  }

  /**
   * Delete {@code fileName} if it exists, so that an outdated result is not mistaken for a new one.
   */
  public void delete(String fileName) {
    new LineFile(folder.resolve(fileName)).delete();
  }

  /** Read a configuration; values keep the spelling of the file and its order. */
  public static Configuration readConfiguration(Path file) {
    String content =
        new LineFile(file)
            .text()
            .orElseThrow(() -> new RunFolderException("no such file: " + file));
    Map<String, String> values = new LinkedHashMap<>();
    SimpleYaml.parse(file, content)
        .forEach(
            (name, entry) -> {
              if (entry.inner().isPresent()) {
                throw RunFolderException.at(
                    file, entry.line(), "found a mapping; expected a single value for " + name);
              }
              values.put(name, entry.text());
            });
    return Configuration.of(values);
  }

  private void write(String fileName, String content) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new RunFolderException(
          "cannot create the folder %s: %s; choose another with --report or change its permissions"
              .formatted(folder, RunFolderException.reason(e)),
          e);
    }
    new LineFile(folder.resolve(fileName)).replace(content);
  }

  private static String defused(String cell) {
    boolean formula = !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0;
    return formula && CsvNumberFormat.parse(cell).isEmpty() ? "'" + cell : cell;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
