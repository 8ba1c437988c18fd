package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.space.DidYouMean;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads one parameter: {@code {value: …}}, {@code {values: […]}} or a numeric distribution. If the
 * distribution is not named, it follows from the keys as in Weights &amp; Biases: integral {@code
 * min} and {@code max} mean {@code int_uniform}, others {@code uniform}.
 */
final class ParameterReader {
  /**
   * Key of the condition under which a parameter is active; read after all parameters are known.
   */
  static final String WHEN = "when";

  private static final String DISTRIBUTION = "distribution";
  private static final String CONSTANT = "constant";
  private static final String CATEGORICAL = "categorical";

  /** Name of a categorical with probabilities in the schema of Weights &amp; Biases. */
  private static final String WEIGHTED = "categorical_w_probabilities";

  private static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  ValuesReader.VALUES,
                  ValuesReader.VALUE,
                  ValuesReader.PROBABILITIES,
                  DISTRIBUTION),
              Stream.concat(
                  Arrays.stream(Setting.values()).map(Setting::configName), Stream.of(WHEN)))
          .toList();

  private final Field field;
  private final ConfigErrors problems;
  private final TrainerSchema schema;

  /** Read {@code field}, whose name is a known parameter. */
  ParameterReader(Field field, ConfigErrors problems, TrainerSchema schema) {
    this.field = field;
    this.problems = problems;
    this.schema = schema;
  }

  /** Return the parameter; if it is invalid, add the errors and return empty. */
  Optional<Parameter> read() {
    if (MappingFields.isNothing(field.value())) {
      return complain(field.key(), ValuesReader.noValues(name()));
    }
    if (!(field.value() instanceof MappingNode mapping)) {
      return complain(
          field.value(),
          "parameter %s is a %s; expected {value: …} or {values: [first, second, …]}"
              .formatted(name(), MappingFields.kind(field.value())));
    }
    MappingFields fields = new MappingFields(mapping, problems);
    boolean known = checkKeys(fields);
    if (fields.has(ValuesReader.VALUE) && fields.has(ValuesReader.VALUES)) {
      return complain(
          fields.find(ValuesReader.VALUE).orElseThrow().key(),
          "parameter " + name() + " has both value and values; keep one");
    }
    Optional<String> kind =
        fields.has(DISTRIBUTION)
            ? named(fields.find(DISTRIBUTION).orElseThrow())
            : Optional.of(implied(fields));
    return kind.filter(text -> !text.isEmpty() || complainOfNothing(fields, known))
        .filter(text -> fits(text, fields) && known)
        .flatMap(text -> read(text, fields));
  }

  /** Return the distribution that the keys imply; an empty string if they imply none. */
  private static String implied(MappingFields fields) {
    if (fields.has(ValuesReader.VALUE)) {
      return CONSTANT;
    }
    if (fields.has(ValuesReader.VALUES)) {
      return CATEGORICAL;
    }
    if (!fields.has("min") && !fields.has("max")) {
      return "";
    }
    boolean whole =
        Stream.of("min", "max")
            .flatMap(key -> fields.find(key).stream())
            .allMatch(end -> ScalarParser.value(end.value()).matches("[-+]?\\d+"));
    return (whole ? DistributionType.INT_UNIFORM : DistributionType.UNIFORM).configName();
  }

  private Optional<String> named(Field distribution) {
    String text = ScalarParser.text(distribution.value());
    List<String> names = new ArrayList<>(List.of(CONSTANT, CATEGORICAL, WEIGHTED));
    Arrays.stream(DistributionType.values()).map(DistributionType::configName).forEach(names::add);
    if (names.contains(text)) {
      return Optional.of(text);
    }
    problems.add(
        distribution.value(),
        "unknown distribution \"%s\" of %s; expected one of %s%s"
            .formatted(text, name(), String.join(", ", names), DidYouMean.hint(text, names)));
    return Optional.empty();
  }

  /** Return whether all keys belong to distribution {@code kind}; report those that do not. */
  private boolean fits(String kind, MappingFields fields) {
    List<String> expected = keysOf(kind);
    List<Field> strangers =
        fields.all().stream()
            .filter(key -> KEYS.contains(key.name()) && !expected.contains(key.name()))
            .filter(key -> !List.of(DISTRIBUTION, WHEN).contains(key.name()))
            .toList();
    for (Field stranger : strangers) {
      problems.add(
          stranger.key(),
          "%s of parameter %s does not apply to distribution %s; expected %s"
              .formatted(stranger.name(), name(), kind, String.join(", ", expected)));
    }
    return strangers.isEmpty();
  }

  private static List<String> keysOf(String kind) {
    return switch (kind) {
      case CONSTANT -> List.of(ValuesReader.VALUE);
      case CATEGORICAL, WEIGHTED -> List.of(ValuesReader.VALUES, ValuesReader.PROBABILITIES);
      default ->
          DistributionType.find(kind).orElseThrow().settings().stream()
              .map(Setting::configName)
              .toList();
    };
  }

  private Optional<Parameter> read(String kind, MappingFields fields) {
    Optional<DistributionType> distribution = DistributionType.find(kind);
    if (kind.equals(WEIGHTED) && !fields.has(ValuesReader.PROBABILITIES)) {
      return complain(
          field.key(),
          "parameter %s has no probabilities; distribution %s needs values and probabilities"
              .formatted(name(), kind));
    }
    return distribution.isPresent()
        ? new RangeReader(field, problems, schema).read(distribution.get(), fields)
        : new ValuesReader(field, problems, schema).read(fields);
  }

  /** Return whether all keys are known; report those that are not. */
  private boolean checkKeys(MappingFields fields) {
    List<Field> unknown = fields.all().stream().filter(key -> !KEYS.contains(key.name())).toList();
    unknown.forEach(
        key ->
            problems.add(
                key.key(),
                "unknown key \"%s\" in parameter %s; expected one of %s%s"
                    .formatted(
                        key.name(),
                        name(),
                        String.join(", ", KEYS),
                        DidYouMean.hint(key.name(), KEYS))));
    return unknown.isEmpty();
  }

  /** Report missing values, unless a misspelled key explains them. Always return false. */
  private boolean complainOfNothing(MappingFields fields, boolean known) {
    Optional<Field> lone =
        fields.all().stream()
            .filter(key -> KEYS.contains(key.name()) && !key.name().equals(WHEN))
            .findFirst();
    if (known && lone.isPresent()) {
      problems.add(
          lone.get().key(),
          "parameter %s has %s but neither values nor a distribution; add one of them"
              .formatted(name(), lone.get().name()));
    } else if (known) {
      problems.add(field.key(), ValuesReader.noValues(name()));
    }
    return false;
  }

  private Optional<Parameter> complain(Node node, String sentence) {
    problems.add(node, sentence);
    return Optional.empty();
  }

  private String name() {
    return field.name();
  }
}
