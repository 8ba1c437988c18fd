package io.github.greenscreen.config;

import io.github.greenscreen.config.Fields.Field;
import io.github.greenscreen.space.Choice;
import io.github.greenscreen.space.Constant;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.Spelling;
import io.github.greenscreen.training.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads one parameter, {@code {value: …}} or {@code {values: […]}}. */
final class ParameterReader {
  private static final String VALUE = "value";
  private static final String VALUES = "values";
  private static final String DISTRIBUTION = "distribution";
  private static final List<String> KEYS = List.of(VALUES, VALUE);

  /** Keys that Weights &amp; Biases knows and that nobody reads here yet. */
  private static final Set<String> LATER =
      Set.of(DISTRIBUTION, "min", "max", "mu", "sigma", "q", "probabilities", "parameters");

  private final Field field;
  private final Problems problems;

  /** Read {@code field}, whose name is that of a known parameter. */
  ParameterReader(Field field, Problems problems) {
    this.field = field;
    this.problems = problems;
  }

  /** Return the parameter, or add what is wrong with it to the problems and return empty. */
  Optional<Parameter> read() {
    if (Fields.isNothing(field.value())) {
      return complain(field.key(), noValues());
    }
    if (!(field.value() instanceof MappingNode mapping)) {
      return complain(
          field.value(),
          "parameter %s is a %s; expected {value: …} or {values: [first, second, …]}"
              .formatted(name(), Fields.kind(field.value())));
    }
    Fields fields = new Fields(mapping, problems);
    boolean known = checkKeys(fields);
    if (fields.has(VALUE) && fields.has(VALUES)) {
      return complain(
          fields.find(VALUE).orElseThrow().key(),
          "parameter " + name() + " has both value and values; keep one");
    }
    if (fields.has(VALUE)) {
      return constant(fields.find(VALUE).orElseThrow());
    }
    if (fields.has(VALUES)) {
      return choice(fields.find(VALUES).orElseThrow());
    }
    return known ? complain(field.key(), noValues()) : Optional.empty();
  }

  /** Return whether all keys are ones that are read; complain about the others. */
  private boolean checkKeys(Fields fields) {
    String later =
        fields.all().stream()
            .map(Field::name)
            .filter(LATER::contains)
            .filter(key -> !saysWhatIsClear(key, fields))
            .collect(Collectors.joining(", "));
    if (!later.isEmpty()) {
      problems.add(
          field.key(),
          "parameter %s uses %s, which is not supported yet; list its values instead: values: [first, second, …]"
              .formatted(name(), later));
    }
    List<Field> unknown =
        fields.all().stream()
            .filter(key -> !KEYS.contains(key.name()) && !LATER.contains(key.name()))
            .toList();
    unknown.forEach(this::complainOfKey);
    return later.isEmpty() && unknown.isEmpty();
  }

  private void complainOfKey(Field key) {
    problems.add(
        key.key(),
        "unknown key \"%s\" in parameter %s; expected values or value%s"
            .formatted(key.name(), name(), Spelling.hint(key.name(), KEYS)));
  }

  /** A distribution that only says again that there are values, or one value, is passed over. */
  private static boolean saysWhatIsClear(String key, Fields fields) {
    if (!key.equals(DISTRIBUTION)
        || !(fields.find(key).orElseThrow().value() instanceof ScalarNode scalar)) {
      return false;
    }
    return (scalar.getValue().equals("categorical") && fields.has(VALUES))
        || (scalar.getValue().equals("constant") && fields.has(VALUE));
  }

  private Optional<Parameter> constant(Field value) {
    if (Fields.isNothing(value.value())) {
      return complain(value.key(), noValues());
    }
    if (!(value.value() instanceof ScalarNode scalar)) {
      return complain(
          value.value(),
          "value of %s is a %s; expected a single value, or values: [first, second, …]"
              .formatted(name(), Fields.kind(value.value())));
    }
    return isLegal(scalar)
        ? Optional.of(new Constant(name(), scalar.getValue()))
        : Optional.empty();
  }

  private Optional<Parameter> choice(Field values) {
    if (Fields.isNothing(values.value())) {
      return complain(values.key(), noValues());
    }
    if (!(values.value() instanceof SequenceNode sequence)) {
      return complain(
          values.value(),
          "values of %s is a %s; expected a list: [first, second, …]"
              .formatted(name(), Fields.kind(values.value())));
    }
    if (sequence.getValue().isEmpty()) {
      return complain(values.key(), noValues());
    }
    ValueList list = new ValueList(name(), problems);
    sequence.getValue().forEach(item -> addTo(list, item));
    return list.isComplete() ? Optional.of(new Choice(name(), list.texts())) : Optional.empty();
  }

  private void addTo(ValueList list, Node item) {
    if (!(item instanceof ScalarNode scalar)) {
      list.spoil(
          item,
          "a value of %s is a %s; expected single values: [first, second, …]"
              .formatted(name(), Fields.kind(item)));
    } else if (isLegal(scalar)) {
      list.add(scalar);
    } else {
      list.spoil();
    }
  }

  private boolean isLegal(ScalarNode value) {
    Optional<String> problem = Vocabulary.problem(name(), value.getValue());
    problem.ifPresent(sentence -> problems.add(value, sentence));
    return problem.isEmpty();
  }

  private Optional<Parameter> complain(Node node, String sentence) {
    problems.add(node, sentence);
    return Optional.empty();
  }

  private String noValues() {
    return "parameter " + name() + " has no values; expected {values: [first, second, …]}";
  }

  private String name() {
    return field.name();
  }
}
