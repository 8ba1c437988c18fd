package io.github.greenscreen.config;

import io.github.greenscreen.config.SamplerSection.Method;
import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.ConfigFile;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.config.syntax.YamlComposer;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.CyclicConditionException;
import io.github.greenscreen.space.DidYouMean;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code config.yaml} in the format of a Weights &amp; Biases sweep, or in the format of the
 * study, which has {@code configuration} in place of {@code parameters}. Keys of Weights &amp;
 * Biases that have no meaning here ({@code project}, {@code program}, …) are ignored; unknown keys
 * are errors.
 */
public final class ConfigReader {
  private static final String PARAMETERS = "parameters";
  private static final String STUDY_PARAMETERS = "configuration";

  private static final String METRIC = "metric";
  private static final String OBJECTIVES = "objectives";

  /** Weights &amp; Biases' name for {@code objectives}. */
  private static final String METRICS = "metrics";

  private static final String FORBID = "forbid";
  private static final String COMMAND = "command";

  /** Maximum of {@code max_retries}; the same limit as for {@code --retries}. */
  private static final int MAX_RETRIES = 999;

  /** Supported keys: first those of Weights &amp; Biases, then our own. */
  private static final List<String> KEYS =
      List.of(
          SamplerSection.METHOD,
          METRIC,
          "run_cap",
          "early_terminate",
          PARAMETERS,
          "seed",
          "repeats",
          "constraints",
          OBJECTIVES,
          FORBID,
          "max_retries");

  /** Supported keys that error messages do not suggest. */
  private static final Set<String> OTHER_NAMES =
      Set.of(STUDY_PARAMETERS, METRICS, SamplerSection.SCHEDULER);

  /**
   * Keys of Weights &amp; Biases that are ignored, since they do not apply to a sweep on this
   * machine.
   */
  private static final Set<String> PASSED_OVER =
      Set.of(
          "name",
          "description",
          "program",
          "project",
          "entity",
          COMMAND,
          "apiVersion",
          "kind",
          "controller",
          "job",
          "image_uri");

  private final ConfigErrors problems;
  private final TrainerSchema schema;

  private ConfigReader(ConfigErrors problems, TrainerSchema schema) {
    this.problems = problems;
    this.schema = schema;
  }

  /**
   * Read {@code file} for the built-in trainer.
   *
   * @throws ConfigException with all errors found; each names the file as given and the line, if
   *     known
   */
  public static Config read(Path file) {
    return read(file, TrainerSchema.BUILT_IN);
  }

  /**
   * Read {@code file} for another program, which may give its parameters and metrics any names.
   *
   * @throws ConfigException with all errors found, as above
   */
  public static Config readExternal(Path file) {
    return read(file, TrainerSchema.EXTERNAL);
  }

  private static Config read(Path file, TrainerSchema schema) {
    ConfigErrors problems = new ConfigErrors(file.toString());
    return ConfigFile.read(file, "--config", problems)
        .flatMap(text -> YamlComposer.compose(text, problems))
        .flatMap(root -> new ConfigReader(problems, schema).config(root))
        .orElseThrow(() -> new ConfigException(problems.sentences()));
  }

  private Optional<Config> config(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      problems.add(
          root,
          "found a %s, expected names with values, such as parameters: {lr: {value: 0.01}}"
              .formatted(MappingFields.kind(root)));
      return Optional.empty();
    }
    MappingFields fields = new MappingFields(mapping, problems);
    fields.all().forEach(this::checkKey);
    fields.find(COMMAND).ifPresent(this::passOverArguments);
    List<Objective> objectives = objectives(fields);
    Method method = new SamplerSection(problems).read(fields, objectives.size() > 1);
    Optional<SearchSpace> space = space(fields, method.sampler());
    ScalarParser scalars = new ScalarParser(problems);
    Config config =
        new Config(
            schema,
            space.orElseGet(() -> new SearchSpace(List.of())),
            method.sampler(),
            optional(fields.find("run_cap").flatMap(scalars::count)),
            objectives,
            fields.find("early_terminate").flatMap(new StopperSection(problems)::read),
            fields
                .find("constraints")
                .map(new ConstraintsSection(problems, schema)::read)
                .orElse(List.of()),
            fields.find("seed").map(scalars::whole).orElse(OptionalLong.empty()),
            fields.find("repeats").flatMap(scalars::count).orElse(1),
            optional(fields.find("max_retries").flatMap(f -> scalars.upTo(f, MAX_RETRIES))),
            method.unavailable(),
            problems.warnings());
    return problems.isEmpty() ? Optional.of(config) : Optional.empty();
  }

  private static OptionalInt optional(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private List<Objective> objectives(MappingFields fields) {
    List<Field> given =
        Stream.of(METRIC, OBJECTIVES, METRICS).flatMap(key -> fields.find(key).stream()).toList();
    if (given.size() > 1) {
      problems.add(
          given.get(1).key(),
          "both %s and %s are given; keep one".formatted(given.get(0).name(), given.get(1).name()));
    }
    ObjectiveSection section = new ObjectiveSection(problems, schema);
    List<Objective> result = new ArrayList<>();
    for (Field field : given) {
      if (field.name().equals(METRIC)) {
        section.metric(field).ifPresent(result::add);
      } else {
        result.addAll(section.objectives(field));
      }
    }
    return result;
  }

  private void checkKey(Field field) {
    String name = field.name();
    if (KEYS.contains(name) || OTHER_NAMES.contains(name) || PASSED_OVER.contains(name)) {
      return;
    }
    if (HyperparameterRegistry.names().contains(name)) {
      problems.add(field.key(), name + " is a parameter; move it under parameters");
    } else {
      problems.add(
          field.key(),
          "unknown key \"%s\"; expected one of %s%s"
              .formatted(name, String.join(", ", KEYS), DidYouMean.hint(name, KEYS)));
    }
  }

  /** Warn of arguments that {@code command} gives its program besides those of the sweep. */
  private void passOverArguments(Field command) {
    List<Node> words =
        command.value() instanceof SequenceNode list ? list.getValue() : List.of(command.value());
    String arguments =
        words.stream()
            .map(ScalarParser::text)
            .filter(word -> word.startsWith("--") || word.matches("[^$]+=.*"))
            .collect(Collectors.joining(" "));
    if (!arguments.isEmpty()) {
      problems.warn(
          command.key(),
          "command is not run: its arguments %s have no effect".formatted(arguments));
    }
  }

  /** Return the search space, or empty if its parameters or conditions are invalid. */
  private Optional<SearchSpace> space(MappingFields fields, SamplerType method) {
    ParametersSection section = new ParametersSection(problems, schema);
    parameters(fields).ifPresent(section::read);
    if (method == SamplerType.GRID) {
      section.weights().forEach(this::passOverWeights);
    }
    SearchSpace bare = schema.complete(new SearchSpace(section.parameters()));
    Optional<Field> forbid = fields.find(FORBID);
    if (!problems.isEmpty() && !section.isWhole()) {
      // Conditions would be reported for unknown parameters that are merely misspelled.
      return Optional.empty();
    }
    ConditionsReader rules = new ConditionsReader(bare, problems, schema);
    Map<String, Conjunction> conditions = new LinkedHashMap<>();
    section
        .conditions()
        .forEach(
            (name, whens) ->
                rules.condition(name, whens).ifPresent(rule -> conditions.put(name, rule)));
    List<Conjunction> forbidden = forbid.map(rules::forbidden).orElse(List.of());
    return build(bare, conditions, forbidden, fields, section);
  }

  private void passOverWeights(String parameter, Field weights) {
    problems.warn(
        weights.key(),
        "probabilities of %s have no effect with method grid, which takes every value once"
            .formatted(parameter));
  }

  private Optional<SearchSpace> build(
      SearchSpace bare,
      Map<String, Conjunction> conditions,
      List<Conjunction> forbidden,
      MappingFields fields,
      ParametersSection section) {
    try {
      SearchSpace space = new SearchSpace(bare.parameters(), conditions, forbidden);
      if (space.isEmpty()) {
        problems.add(
            fields.find(FORBID).orElseThrow().key(),
            "forbid excludes every configuration; remove some rules");
      }
      return Optional.of(space);
    } catch (CyclicConditionException e) {
      Node when = section.conditions().get(e.first()).get(0).key();
      problems.add(when, e.getMessage() + "; remove one of them");
      return Optional.empty();
    }
  }

  private Optional<Field> parameters(MappingFields fields) {
    Optional<Field> usual = fields.find(PARAMETERS);
    Optional<Field> study = fields.find(STUDY_PARAMETERS);
    if (usual.isPresent() && study.isPresent()) {
      problems.add(study.get().key(), "both parameters and configuration are given; keep one");
    }
    Optional<Field> field = usual.or(() -> study);
    if (field.isEmpty()) {
      problems.add(
          SamplerSection.searchSpace(fields)
                  .map(
                      function ->
                          "has no parameters: scheduler.search_space is the Python function %s, which"
                                  .formatted(function)
                              + " cannot be read; expected ")
                  .orElse("has no parameters; expected ")
              + ParametersSection.EXAMPLE);
    }
    return field;
  }
}
