package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.ConfigFile;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.config.syntax.YamlComposer;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.DidYouMean;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the configurations to try first: a YAML list of mappings from parameter to value. Omitted
 * parameters take their baseline value.
 */
public final class TrialsReader {
  private static final String EXAMPLE = "- {lr: 0.01, batch_size: 64}";

  private final SearchSpace space;
  private final ConfigErrors problems;

  private TrialsReader(SearchSpace space, ConfigErrors problems) {
    this.space = space;
    this.problems = problems;
  }

  /**
   * Read the configurations in {@code file}, which belong to {@code space}, in the order of the
   * file.
   *
   * @throws ConfigException with all errors found, each with file and line
   */
  public static List<Configuration> read(Path file, SearchSpace space) {
    ConfigErrors problems = new ConfigErrors(file.toString());
    List<Configuration> all =
        ConfigFile.read(file, "--try", problems)
            .flatMap(text -> YamlComposer.compose(text, problems))
            .map(root -> new TrialsReader(space, problems).list(root))
            .orElse(List.of());
    if (!problems.isEmpty()) {
      throw new ConfigException(problems.sentences());
    }
    return all;
  }

  private List<Configuration> list(Node root) {
    if (!(root instanceof SequenceNode list) || list.getValue().isEmpty()) {
      problems.add(root, "expected a list of configurations, such as " + EXAMPLE);
      return List.of();
    }
    List<Configuration> all = new ArrayList<>();
    list.getValue().forEach(item -> configuration(item).ifPresent(all::add));
    return all;
  }

  private Optional<Configuration> configuration(Node item) {
    if (!(item instanceof MappingNode mapping)) {
      problems.add(
          item,
          "found a %s, expected a configuration such as %s"
              .formatted(MappingFields.kind(item), EXAMPLE));
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    space.parameters().forEach(parameter -> values.put(parameter.name(), parameter.baseline()));
    boolean whole = true;
    for (Field field : new MappingFields(mapping, problems).all()) {
      Optional<String> value = value(field);
      value.ifPresent(text -> values.put(field.name(), text));
      whole &= value.isPresent();
    }
    Optional<Configuration> allowed = space.project(Configuration.of(values));
    if (whole && allowed.isEmpty()) {
      problems.add(item, "the search space forbids this configuration; remove it");
    }
    return whole ? allowed : Optional.empty();
  }

  private Optional<String> value(Field field) {
    Optional<Parameter> parameter = space.find(field.name());
    if (parameter.isEmpty()) {
      List<String> names = space.parameters().stream().map(Parameter::name).toList();
      problems.add(
          field.key(),
          "the search space has no parameter \"%s\"%s"
              .formatted(field.name(), DidYouMean.hint(field.name(), names)));
      return Optional.empty();
    }
    String text = ScalarParser.value(field.value());
    Optional<String> spelled = parameter.get().configName(text);
    if (spelled.isEmpty()) {
      problems.add(
          field.value(),
          "%s cannot be \"%s\"; expected %s"
              .formatted(field.name(), text, expected(parameter.get())));
    }
    return spelled;
  }

  private static String expected(Parameter parameter) {
    if (!parameter.isFinite() || parameter.values().size() > Config.MAX_NAMED) {
      return parameter.toString();
    }
    return "one of " + String.join(", ", parameter.values());
  }
}
