package io.github.greenscreen.config;

import io.github.greenscreen.config.Fields.Field;
import io.github.greenscreen.search.Method;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.space.Spelling;
import io.github.greenscreen.training.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads {@code config.yaml}: the shape of a Weights &amp; Biases sweep, or the study's own, which
 * says {@code configuration} in place of {@code parameters}. Keys of Weights &amp; Biases that mean
 * nothing here ({@code project}, {@code program}, …) are passed over; unknown ones are problems.
 */
public final class ConfigReader {
  private static final String PARAMETERS = "parameters";
  private static final String STUDY_PARAMETERS = "configuration";

  /** Keys that are read, then keys of Weights &amp; Biases that are passed over. */
  private static final List<String> KEYS = List.of("method", "metric", "run_cap", PARAMETERS);

  private static final Set<String> PASSED_OVER =
      Set.of("name", "description", "program", "project", "entity", "command");

  private static final Set<String> LATER_METHODS =
      Set.of("bayes", "sobol", "tpe", "hyperpower", "nsga2", "asktell", "hyperband");

  private final Problems problems;

  private ConfigReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Read {@code file}.
   *
   * @throws ConfigException with all problems that were found; each names the file as given and,
   *     where there is one, the line
   */
  public static Config read(Path file) {
    Problems problems = new Problems(file.toString());
    return ConfigText.read(file, problems)
        .flatMap(text -> YamlTree.compose(text, problems))
        .flatMap(root -> new ConfigReader(problems).config(root))
        .orElseThrow(problems::exception);
  }

  private Optional<Config> config(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      problems.add(
          root,
          "a %s stands where names and values are expected, such as parameters: {lr: {value: 0.01}}"
              .formatted(Fields.kind(root)));
      return Optional.empty();
    }
    Fields fields = new Fields(mapping, problems);
    fields.all().forEach(this::checkKey);
    Method method = fields.find("method").flatMap(this::method).orElse(Method.RANDOM);
    int runCap = fields.find("run_cap").flatMap(this::runCap).orElse(Config.DEFAULT_RUN_CAP);
    String metric =
        fields
            .find("metric")
            .flatMap(field -> new MetricSection(problems).name(field))
            .orElse(Config.DEFAULT_METRIC);
    List<Parameter> parameters = parameters(fields);
    return problems.isEmpty()
        ? Optional.of(new Config(new SearchSpace(parameters), method, runCap, metric))
        : Optional.empty();
  }

  private void checkKey(Field field) {
    String name = field.name();
    if (KEYS.contains(name) || name.equals(STUDY_PARAMETERS) || PASSED_OVER.contains(name)) {
      return;
    }
    if (name.equals("early_terminate")) {
      problems.add(
          field.key(),
          "early_terminate is not supported yet; remove it: every run trains to the end");
    } else if (Vocabulary.names().contains(name)) {
      problems.add(field.key(), name + " is a parameter; move it under parameters");
    } else {
      problems.add(
          field.key(),
          "unknown key \"%s\"; expected one of %s%s"
              .formatted(name, String.join(", ", KEYS), Spelling.hint(name, KEYS)));
    }
  }

  private Optional<Method> method(Field field) {
    String text = field.value() instanceof ScalarNode scalar ? scalar.getValue() : "";
    Optional<Method> method = Method.find(text);
    if (method.isEmpty()) {
      String expected = "; expected one of " + String.join(", ", Method.spellings());
      problems.add(
          field.value(),
          LATER_METHODS.contains(text)
              ? "method " + text + " is not supported yet" + expected
              : "unknown method \"%s\"%s%s"
                  .formatted(text, expected, Spelling.hint(text, Method.spellings())));
    }
    return method;
  }

  private Optional<Integer> runCap(Field field) {
    String text = field.value() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (text.matches("[1-9]\\d{0,8}")) {
      return Optional.of(Integer.valueOf(text));
    }
    problems.add(
        field.value(), "illegal run_cap \"" + text + "\"; expected a whole number above 0");
    return Optional.empty();
  }

  private List<Parameter> parameters(Fields fields) {
    Optional<Field> usual = fields.find(PARAMETERS);
    Optional<Field> study = fields.find(STUDY_PARAMETERS);
    if (usual.isPresent() && study.isPresent()) {
      problems.add(study.get().key(), "both parameters and configuration are given; keep one");
    }
    Optional<Field> field = usual.or(() -> study);
    if (field.isEmpty()) {
      problems.add("has no parameters; expected " + ParametersSection.EXAMPLE);
      return List.of();
    }
    return new ParametersSection(problems).read(field.get());
  }
}
