package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.space.DidYouMean;
import io.github.greenscreen.space.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code parameters}: all parameters in the order of the file, including those nested in
 * groups. The {@code when} of a group applies to all parameters in it.
 */
final class ParametersSection {
  /** Example of the section for error messages. */
  static final String EXAMPLE = "parameters: {lr: {values: [0.01, 0.001]}, …}";

  private static final String NESTED = "parameters";
  private static final List<String> GROUP_KEYS = List.of(NESTED, ParameterReader.WHEN);

  /**
   * Maximum nesting depth of groups. Only an alias that contains itself, and so never ends, is
   * deeper.
   */
  private static final int DEEPEST = 20;

  private final ConfigErrors problems;
  private final TrainerSchema schema;
  private final List<Parameter> parameters = new ArrayList<>();
  private final Map<String, List<Field>> conditions = new LinkedHashMap<>();
  private final Map<String, Field> weights = new LinkedHashMap<>();
  private final Map<String, Node> seen = new HashMap<>();
  private boolean whole = true;

  ParametersSection(ConfigErrors problems, TrainerSchema schema) {
    this.problems = problems;
    this.schema = schema;
  }

  /** Read {@code section}; invalid parameters are skipped. */
  void read(Field section) {
    readGroup(section, "", List.of(), 0);
  }

  /** Return the valid parameters in the order of the file. */
  List<Parameter> parameters() {
    return parameters;
  }

  /**
   * Return, by parameter name, the {@code when} fields of the parameter and of its enclosing
   * groups.
   */
  Map<String, List<Field>> conditions() {
    return conditions;
  }

  /** Return the {@code probabilities} fields by parameter name. */
  Map<String, Field> weights() {
    return weights;
  }

  /** Return whether every parameter of the section is valid. */
  boolean isWhole() {
    return whole;
  }

  private void readGroup(Field section, String path, List<Field> outer, int depth) {
    if (!(section.value() instanceof MappingNode mapping)
        || mapping.getValue().isEmpty()
        || depth > DEEPEST) {
      whole = false;
      problems.add(section.key(), section.name() + " names no parameter; expected " + EXAMPLE);
      return;
    }
    for (Field field : new MappingFields(mapping, problems).all()) {
      Optional<String> unknown = schema.unknownParameter(field.name());
      String name = schema.name(path, field.name());
      if (isGroup(field)) {
        readNested(field, name, outer, depth);
      } else if (unknown.isEmpty()) {
        readParameter(new Field(name, field.key(), field.value()), outer);
      } else {
        whole = false;
        problems.add(field.key(), unknown.get());
      }
    }
  }

  private static boolean isGroup(Field field) {
    // Errors of the mapping are reported where it is read.
    return field.value() instanceof MappingNode mapping
        && new MappingFields(mapping, new ConfigErrors("")).has(NESTED);
  }

  private void readNested(Field group, String path, List<Field> outer, int depth) {
    MappingFields fields = new MappingFields((MappingNode) group.value(), problems);
    for (Field field : fields.all()) {
      if (!GROUP_KEYS.contains(field.name())) {
        problems.add(
            field.key(),
            "key \"%s\" is not allowed next to parameters in %s; expected one of %s%s"
                .formatted(
                    field.name(),
                    group.name(),
                    String.join(", ", GROUP_KEYS),
                    DidYouMean.hint(field.name(), GROUP_KEYS)));
      }
    }
    fields
        .find(NESTED)
        .ifPresent(nested -> readGroup(nested, path, withCondition(fields, outer), depth + 1));
  }

  private void readParameter(Field field, List<Field> outer) {
    Node first = seen.putIfAbsent(field.name(), field.key());
    if (first != null) {
      problems.add(
          field.key(),
          "duplicate key \"%s\"; already defined in line %s"
              .formatted(field.name(), ConfigErrors.line(first)));
      return;
    }
    List<Field> all = outer;
    if (field.value() instanceof MappingNode mapping) {
      // ParameterReader reports repeated names.
      MappingFields fields = new MappingFields(mapping, new ConfigErrors(""));
      all = withCondition(fields, outer);
      fields.find(ValuesReader.PROBABILITIES).ifPresent(key -> weights.put(field.name(), key));
    }
    if (!all.isEmpty()) {
      conditions.put(field.name(), all);
    }
    Optional<Parameter> read = new ParameterReader(field, problems, schema).read();
    read.ifPresent(parameters::add);
    whole &= read.isPresent();
  }

  private static List<Field> withCondition(MappingFields fields, List<Field> outer) {
    List<Field> all = new ArrayList<>(outer);
    fields.find(ParameterReader.WHEN).ifPresent(all::add);
    return all;
  }
}
