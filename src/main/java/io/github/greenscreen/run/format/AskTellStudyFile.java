package io.github.greenscreen.run.format;

import io.github.greenscreen.run.model.AskTellStudy;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.TrialReport;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads and writes {@code study.yaml}. */
public final class AskTellStudyFile {
  /** Name of the file in the runs folder. */
  public static final String NAME = "study.yaml";

  private static final String PINNED = "pinned";
  private static final String TRIALS = "trials";
  private static final String STATE = "state";
  private static final String CONFIGURATION = "configuration";
  private static final String METRICS = "metrics";
  private static final String SUGGESTED = "suggested";

  private AskTellStudyFile() {}

  /** Return {@code study} as the content of the file. */
  public static String format(AskTellStudy study) {
    StringBuilder text = new StringBuilder();
    text.append(SimpleYaml.line("method", study.method()));
    text.append(SimpleYaml.line("seed", Long.toString(study.seed())));
    text.append(SimpleYaml.block(PINNED, study.pinned()));
    if (!study.trials().isEmpty()) {
      text.append(TRIALS).append(":\n");
    }
    for (Trial trial : study.trials()) {
      text.append("  ").append(trial.number()).append(":\n    ");
      text.append(SimpleYaml.line(STATE, trial.state().name().toLowerCase(Locale.ROOT)));
      if (study.own().contains(trial.number())) {
        text.append("    ").append(SimpleYaml.line(SUGGESTED, "false"));
      }
      text.append(SimpleYaml.block(CONFIGURATION, trial.configuration().values()).indent(4));
      Map<String, String> metrics = new TreeMap<>();
      trial.metrics().forEach((name, value) -> metrics.put(name, Double.toString(value)));
      text.append(SimpleYaml.block(METRICS, metrics).indent(4));
    }
    return text.toString();
  }

  /**
   * Parse {@code content} of {@code file}.
   *
   * @throws RunFolderException if it is malformed, with the file and the place
   */
  public static AskTellStudy parse(Path file, String content) {
    YamlMapping study = YamlMapping.parse(file, content);
    YamlMapping trials = study.block(TRIALS);
    Set<Integer> own =
        trials.names().stream()
            .filter(number -> trials.block(number).text(SUGGESTED, "true").equals("false"))
            .map(number -> number(trials, number))
            .collect(Collectors.toSet());
    return new AskTellStudy(
        study.text("method"),
        study.whole("seed"),
        study.block(PINNED).texts(),
        trials.names().stream().map(number -> trial(trials, number)).toList(),
        own);
  }

  private static Trial trial(YamlMapping trials, String number) {
    YamlMapping trial = trials.block(number);
    YamlMapping measured = trial.block(METRICS);
    Map<String, Double> metrics = new LinkedHashMap<>();
    measured.names().forEach(name -> metrics.put(name, measured.number(name)));
    return new Trial(
        number(trials, number),
        Configuration.of(trial.block(CONFIGURATION).texts()),
        TrialReport.state(trial.text(STATE))
            .orElseThrow(() -> trial.unexpected(STATE, "one of " + TrialReport.states())),
        metrics,
        List.of());
  }

  private static int number(YamlMapping trials, String number) {
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw trials.unexpected(number, "trials numbered from 1");
    }
    return Integer.parseInt(number);
  }
}
