package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.DidYouMean;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the {@code when} and {@code forbid} conditions, which refer to parameters of the same file.
 */
final class ConditionsReader {
  private static final String FORBID_EXAMPLE =
      "a list such as [{precision: float64, batch_size: [64, 128]}]";

  private final SearchSpace space;
  private final ConfigErrors problems;
  private final TrainerSchema schema;

  /** Read conditions on the parameters of {@code space}, which has no conditions yet. */
  ConditionsReader(SearchSpace space, ConfigErrors problems, TrainerSchema schema) {
    this.space = space;
    this.problems = problems;
    this.schema = schema;
  }

  /** Return the condition under which {@code parameter} is active; empty if it is invalid. */
  Optional<Conjunction> condition(String parameter, List<Field> whens) {
    if (schema.isIndispensable(parameter)) {
      problems.add(
          whens.get(whens.size() - 1).key(),
          "parameter "
              + parameter
              + " is part of every run and cannot be conditional; remove when");
      return Optional.empty();
    }
    Map<String, Condition> clauses = new LinkedHashMap<>();
    boolean sound = true;
    for (Field when : whens) {
      List<Condition> read = clauses(when.value(), "when of " + parameter);
      sound &= !read.isEmpty();
      for (Condition clause : read) {
        if (clauses.putIfAbsent(clause.parameter(), clause) != null) {
          sound = false;
          problems.add(
              when.key(),
              "when of %s names %s, which the enclosing group also names; keep one"
                  .formatted(parameter, clause.parameter()));
        }
      }
    }
    return sound ? Optional.of(new Conjunction(List.copyOf(clauses.values()))) : Optional.empty();
  }

  /** Return the combinations that {@code section} forbids. */
  List<Conjunction> forbidden(Field section) {
    if (!(section.value() instanceof SequenceNode list)) {
      problems.add(section.key(), "forbid is not a list; expected " + FORBID_EXAMPLE);
      return List.of();
    }
    if (list.getValue().isEmpty()) {
      problems.add(section.key(), "forbid lists no combinations; expected " + FORBID_EXAMPLE);
    }
    List<Conjunction> rules = new ArrayList<>();
    for (Node item : list.getValue()) {
      List<Condition> clauses = clauses(item, "forbid");
      if (!clauses.isEmpty()) {
        rules.add(new Conjunction(clauses));
      }
    }
    return rules;
  }

  /** Return the conditions in {@code node}; none if any of them is invalid. */
  private List<Condition> clauses(Node node, String what) {
    if (!(node instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
      problems.add(
          node, "%s names no parameter; expected for example {optimizer: SGD}".formatted(what));
      return List.of();
    }
    List<Condition> result = new ArrayList<>();
    List<Field> fields = new MappingFields(mapping, problems).all();
    fields.forEach(field -> clause(field, what).ifPresent(result::add));
    return result.size() == fields.size() ? result : List.of();
  }

  private Optional<Condition> clause(Field field, String what) {
    Optional<Parameter> parameter = space.find(field.name());
    if (parameter.isEmpty()) {
      List<String> names = space.parameters().stream().map(Parameter::name).toList();
      problems.add(
          field.key(),
          "%s names unknown parameter \"%s\"; expected one of %s%s"
              .formatted(
                  what,
                  field.name(),
                  String.join(", ", names),
                  DidYouMean.hint(field.name(), names)));
      return Optional.empty();
    }
    return field.value() instanceof MappingNode mapping
        ? span(field, new MappingFields(mapping, problems), what)
        : values(field, parameter.get(), what);
  }

  private Optional<Condition> values(Field field, Parameter parameter, String what) {
    List<Node> listed =
        field.value() instanceof SequenceNode list ? list.getValue() : List.of(field.value());
    List<Node> nodes = listed.stream().map(node -> schema.value(node, problems)).toList();
    List<String> texts = nodes.stream().map(ScalarParser::value).toList();
    boolean sound = !nodes.isEmpty();
    for (Node node : nodes) {
      sound &= isPossible(parameter, node, what);
    }
    if (nodes.isEmpty()) {
      problems.add(field.value(), what + " lists no values for " + field.name());
    }
    return sound ? Optional.of(Condition.of(field.name(), texts)) : Optional.empty();
  }

  /** Return whether {@code parameter} can have the value in {@code node}, in any spelling. */
  private boolean isPossible(Parameter parameter, Node node, String what) {
    String text = ScalarParser.value(node);
    if (!parameter.isFinite()) {
      problems.add(
          node,
          "%s gives %s the value %s, but %s is sampled from %s; expected {min: …, max: …}"
              .formatted(what, parameter.name(), text, parameter.name(), parameter));
      return false;
    }
    Condition clause = Condition.of(parameter.name(), List.of(text));
    if (parameter.values().stream().anyMatch(clause::holds)) {
      return true;
    }
    List<String> values = parameter.values().stream().limit(Config.MAX_NAMED).toList();
    problems.add(
        node,
        "%s gives %s the unknown value \"%s\"; expected one of %s%s"
            .formatted(
                what,
                parameter.name(),
                text,
                String.join(", ", values)
                    + (values.size() < parameter.values().size() ? ", …" : ""),
                DidYouMean.hint(text, values)));
    return false;
  }

  private Optional<Condition> span(Field field, MappingFields fields, String what) {
    Optional<Field> stranger =
        fields.all().stream().filter(f -> !List.of("min", "max").contains(f.name())).findFirst();
    if (stranger.isPresent() || fields.all().isEmpty()) {
      problems.add(
          stranger.map(Field::key).orElse(field.value()),
          "%s has %s for %s; expected {min: …, max: …}"
              .formatted(
                  what,
                  stranger.map(key -> "the key \"%s\"".formatted(key.name())).orElse("no numbers"),
                  field.name()));
      return Optional.empty();
    }
    double low = end(fields, "min", Double.NEGATIVE_INFINITY);
    double high = end(fields, "max", Double.POSITIVE_INFINITY);
    if (low > high) {
      problems.add(
          field.value(),
          "%s: min %s of %s is above max %s; swap them"
              .formatted(what, DecimalText.spell(low), field.name(), DecimalText.spell(high)));
    }
    return low <= high ? Optional.of(Condition.between(field.name(), low, high)) : Optional.empty();
  }

  /**
   * Return the bound called {@code key}, {@code otherwise} if it is absent, or NaN if it is
   * invalid.
   */
  private double end(MappingFields fields, String key, double otherwise) {
    return fields.has(key)
        ? new ScalarParser(problems)
            .number(fields.find(key).orElseThrow())
            .map(Number::doubleValue)
            .orElse(Double.NaN)
        : otherwise;
  }
}
