package io.github.greenscreen.config;

import io.github.greenscreen.config.Fields.Field;
import io.github.greenscreen.space.Spelling;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code metric}: what is to be improved, and in which direction. */
final class MetricSection {
  private static final List<String> KEYS = List.of("name", "goal");
  private static final List<String> GOALS = List.of("maximize", "minimize");

  private final Problems problems;

  MetricSection(Problems problems) {
    this.problems = problems;
  }

  /** Return the name of the metric, or empty where the section does not say or is wrong. */
  Optional<String> name(Field section) {
    if (!(section.value() instanceof MappingNode mapping)) {
      problems.add(
          section.value(), "metric has no name; expected {name: val_accuracy, goal: maximize}");
      return Optional.empty();
    }
    Fields fields = new Fields(mapping, problems);
    fields.all().forEach(this::checkKey);
    fields.find("goal").ifPresent(this::checkGoal);
    return fields.find("name").flatMap(this::readName);
  }

  private void checkKey(Field field) {
    String name = field.name();
    if (name.equals("target")) {
      problems.add(field.key(), "target of metric is not supported yet; remove it");
    } else if (!KEYS.contains(name)) {
      problems.add(
          field.key(),
          "unknown key \"%s\" in metric; expected one of %s%s"
              .formatted(name, String.join(", ", KEYS), Spelling.hint(name, KEYS)));
    }
  }

  private void checkGoal(Field field) {
    String goal = text(field);
    if (!GOALS.contains(goal)) {
      problems.add(
          field.value(),
          "unknown goal \"%s\"; expected one of %s%s"
              .formatted(goal, String.join(", ", GOALS), Spelling.hint(goal, GOALS)));
    }
  }

  private Optional<String> readName(Field field) {
    if (text(field).isBlank()) {
      problems.add(field.value(), "metric has no name; expected one such as val_accuracy");
    }
    return Optional.of(text(field));
  }

  private static String text(Field field) {
    return field.value() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
