package io.github.greenscreen.config;

import io.github.greenscreen.config.MappingFields.Field;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.stopper.StopperType;
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
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

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
  private static final String FORBID = "forbid";

  /** Maximum of {@code max_retries}; the same limit as for {@code --retries}. */
  private static final int MAX_RETRIES = 999;

  /** Supported keys: first those of Weights &amp; Biases, then our own. */
  private static final List<String> KEYS =
      List.of(
          "method",
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
          "command",
          "apiVersion",
          "kind",
          "controller",
          "job",
          "image_uri");

  private final ConfigErrors problems;
  private final Vocabulary vocabulary;

  private ConfigReader(ConfigErrors problems, Vocabulary vocabulary) {
    this.problems = problems;
    this.vocabulary = vocabulary;
  }

  /**
   * Read {@code file} for the built-in trainer.
   *
   * @throws ConfigException with all errors found; each names the file as given and the line, if
   *     known
   */
  public static Config read(Path file) {
    ExternalConfig read = read(file, Vocabulary.OWN);
    return new Config(
        read.space(),
        read.method(),
        read.runCap().orElse(Config.DEFAULT_RUN_CAP),
        read.objectives().isEmpty() ? List.of(Config.DEFAULT_OBJECTIVE) : read.objectives(),
        read.earlyTerminate(),
        read.constraints(),
        read.samplingSeed(),
        read.repeats(),
        read.maxRetries());
  }

  /**
   * Read {@code file} for another program, which may give its parameters and metrics any names.
   *
   * @throws ConfigException with all errors found, as above
   */
  public static ExternalConfig readExternal(Path file) {
    return read(file, Vocabulary.ANY);
  }

  private static ExternalConfig read(Path file, Vocabulary vocabulary) {
    ConfigErrors problems = new ConfigErrors(file.toString());
    return ConfigFile.read(file, "--config", problems)
        .flatMap(text -> YamlComposer.compose(text, problems))
        .flatMap(root -> new ConfigReader(problems, vocabulary).config(root))
        .orElseThrow(problems::exception);
  }

  private Optional<ExternalConfig> config(Node root) {
    if (!(root instanceof MappingNode mapping)) {
      problems.add(
          root,
          "found a %s, expected names with values, such as parameters: {lr: {value: 0.01}}"
              .formatted(MappingFields.kind(root)));
      return Optional.empty();
    }
    MappingFields fields = new MappingFields(mapping, problems);
    fields.all().forEach(this::checkKey);
    Optional<SearchSpace> space = space(fields);
    ScalarParser scalars = new ScalarParser(problems);
    ExternalConfig config =
        new ExternalConfig(
            space.orElseGet(() -> new SearchSpace(List.of())),
            fields.find("method").flatMap(this::method).orElse(SamplerType.RANDOM),
            optional(fields.find("run_cap").flatMap(scalars::count)),
            objectives(fields),
            fields.find("early_terminate").flatMap(new StopperSection(problems)::read),
            fields
                .find("constraints")
                .map(new ConstraintsSection(problems, vocabulary)::read)
                .orElse(List.of()),
            fields.find("seed").map(scalars::whole).orElse(OptionalLong.empty()),
            fields.find("repeats").flatMap(scalars::count).orElse(1),
            optional(fields.find("max_retries").flatMap(f -> scalars.upTo(f, MAX_RETRIES))));
    return problems.isEmpty() ? Optional.of(config) : Optional.empty();
  }

  private static OptionalInt optional(Optional<Integer> number) {
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private List<Objective> objectives(MappingFields fields) {
    Optional<Field> metric = fields.find(METRIC);
    Optional<Field> several = fields.find(OBJECTIVES);
    if (metric.isPresent() && several.isPresent()) {
      problems.add(several.get().key(), "both metric and objectives are given; keep one");
    }
    ObjectiveSection section = new ObjectiveSection(problems, vocabulary);
    List<Objective> result = new ArrayList<>();
    metric.flatMap(section::metric).ifPresent(result::add);
    several.map(section::objectives).ifPresent(result::addAll);
    return result;
  }

  private void checkKey(Field field) {
    String name = field.name();
    if (KEYS.contains(name) || name.equals(STUDY_PARAMETERS) || PASSED_OVER.contains(name)) {
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

  private Optional<SamplerType> method(Field field) {
    String text = field.value() instanceof ScalarNode scalar ? scalar.getValue() : "";
    Optional<SamplerType> method = SamplerType.find(text);
    if (method.isEmpty()) {
      String expected = "; expected one of " + String.join(", ", SamplerType.configNames());
      problems.add(
          field.value(),
          StopperType.find(text).isPresent()
              ? "method %s is an early stopper; use early_terminate: {type: %s} for it%s"
                  .formatted(text, text, expected)
              : "unknown method \"%s\"%s%s"
                  .formatted(text, expected, DidYouMean.hint(text, SamplerType.configNames())));
    }
    return method;
  }

  /** Return the search space, or empty if its parameters or conditions are invalid. */
  private Optional<SearchSpace> space(MappingFields fields) {
    ParametersSection section = new ParametersSection(problems, vocabulary);
    parameters(fields).ifPresent(section::read);
    SearchSpace bare = vocabulary.complete(new SearchSpace(section.parameters()));
    Optional<Field> forbid = fields.find(FORBID);
    if (!problems.isEmpty() && !section.isWhole()) {
      // Conditions would be reported for unknown parameters that are merely misspelled.
      return Optional.empty();
    }
    ConditionsReader rules = new ConditionsReader(bare, problems, vocabulary);
    Map<String, Conjunction> conditions = new LinkedHashMap<>();
    section
        .conditions()
        .forEach(
            (name, whens) ->
                rules.condition(name, whens).ifPresent(rule -> conditions.put(name, rule)));
    List<Conjunction> forbidden = forbid.map(rules::forbidden).orElse(List.of());
    return build(bare, conditions, forbidden, fields, section);
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
      problems.add("has no parameters; expected " + ParametersSection.EXAMPLE);
    }
    return field;
  }
}
