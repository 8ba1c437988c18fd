package io.github.greenscreen.run;

import io.github.greenscreen.search.Trial;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Names and order of {@code study.yaml}. */
final class AskedStudyFile {
  /** Name of the file in the folder of all runs. */
  static final String NAME = "study.yaml";

  private static final String PINNED = "pinned";
  private static final String TRIALS = "trials";
  private static final String STATE = "state";
  private static final String CONFIGURATION = "configuration";
  private static final String METRICS = "metrics";

  private AskedStudyFile() {}

  static String format(AskedStudy study) {
    StringBuilder text = new StringBuilder();
    text.append(FlatYaml.line("method", study.method()));
    text.append(FlatYaml.line("seed", Long.toString(study.seed())));
    text.append(FlatYaml.block(PINNED, study.pinned()));
    if (!study.trials().isEmpty()) {
      text.append(TRIALS).append(":\n");
    }
    for (Trial trial : study.trials()) {
      text.append("  ").append(trial.number()).append(":\n    ");
      text.append(FlatYaml.line(STATE, trial.state().name().toLowerCase(Locale.ROOT)));
      text.append(FlatYaml.block(CONFIGURATION, trial.configuration().values()).indent(4));
      Map<String, String> metrics = new TreeMap<>();
      trial.metrics().forEach((name, value) -> metrics.put(name, Double.toString(value)));
      text.append(FlatYaml.block(METRICS, metrics).indent(4));
    }
    return text.toString();
  }

  static AskedStudy parse(Path file, String content) {
    YamlBlock study = YamlBlock.parse(file, content);
    YamlBlock trials = study.block(TRIALS);
    return new AskedStudy(
        study.text("method"),
        study.whole("seed"),
        study.block(PINNED).texts(),
        trials.names().stream().map(number -> trial(trials, number)).toList());
  }

  private static Trial trial(YamlBlock trials, String number) {
    YamlBlock trial = trials.block(number);
    YamlBlock measured = trial.block(METRICS);
    Map<String, Double> metrics = new LinkedHashMap<>();
    measured.names().forEach(name -> metrics.put(name, measured.number(name)));
    return new Trial(
        number(trials, number),
        Configuration.of(trial.block(CONFIGURATION).texts()),
        Told.state(trial.text(STATE))
            .orElseThrow(() -> trial.unexpected(STATE, "one of " + Told.states())),
        metrics,
        List.of());
  }

  private static int number(YamlBlock trials, String number) {
    if (!number.matches("[1-9]\\d{0,8}")) {
      throw trials.unexpected(number, "trials numbered from 1");
    }
    return Integer.parseInt(number);
  }
}
