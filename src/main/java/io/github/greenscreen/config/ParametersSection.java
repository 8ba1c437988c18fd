package io.github.greenscreen.config;

import io.github.greenscreen.config.Fields.Field;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.training.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads {@code parameters}: every parameter in the order of the file. */
final class ParametersSection {
  /** What the section looks like, for whoever has none. */
  static final String EXAMPLE = "parameters: {lr: {values: [0.01, 0.001]}, …}";

  private final Problems problems;

  ParametersSection(Problems problems) {
    this.problems = problems;
  }

  /** Return the parameters without problems; the others are added to the problems. */
  List<Parameter> read(Field section) {
    if (!(section.value() instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
      problems.add(section.key(), section.name() + " names no parameter; expected " + EXAMPLE);
      return List.of();
    }
    List<Parameter> parameters = new ArrayList<>();
    for (Field field : new Fields(mapping, problems).all()) {
      if (Vocabulary.names().contains(field.name())) {
        new ParameterReader(field, problems).read().ifPresent(parameters::add);
      } else {
        problems.add(field.key(), Vocabulary.problem(field.name(), "").orElseThrow());
      }
    }
    return parameters;
  }
}
