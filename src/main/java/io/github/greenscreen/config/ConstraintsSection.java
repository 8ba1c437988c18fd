package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.space.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads {@code constraints}: upper bounds on metrics of a run. */
final class ConstraintsSection {
  private final ConfigErrors problems;
  private final List<String> names;

  ConstraintsSection(ConfigErrors problems, TrainerSchema schema) {
    this.problems = problems;
    this.names = schema.bounded();
  }

  /** Return the constraints in the order of the file. */
  List<Constraint> read(Field section) {
    if (!(section.value() instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
      problems.add(
          section.key(),
          "constraints has no limit; expected for example {power_W: 250, energy_Wh: 30}");
      return List.of();
    }
    List<Constraint> limits = new ArrayList<>();
    for (Field field : new MappingFields(mapping, problems).all()) {
      if (names.isEmpty() || names.contains(field.name())) {
        new ScalarParser(problems)
            .positive(field)
            .ifPresent(most -> limits.add(new Constraint(field.name(), most.doubleValue())));
      } else {
        problems.add(
            field.key(),
            "unknown key \"%s\" in constraints; expected one of %s%s"
                .formatted(
                    field.name(), String.join(", ", names), DidYouMean.hint(field.name(), names)));
      }
    }
    return limits;
  }
}
