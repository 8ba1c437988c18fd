package io.github.greenscreen.config;

import io.github.greenscreen.config.MappingFields.Field;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Metric;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.space.DidYouMean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code metric} and {@code objectives}: the metrics to optimise, each with its direction.
 */
final class ObjectiveSection {
  private static final List<String> KEYS = List.of("name", "goal", "target");
  private static final String EXAMPLE = "{name: val_accuracy, goal: maximize}";
  private static final String EXAMPLES = "[" + EXAMPLE + ", {name: energy_Wh, goal: minimize}]";

  private final ConfigErrors problems;
  private final Vocabulary vocabulary;

  ObjectiveSection(ConfigErrors problems, Vocabulary vocabulary) {
    this.problems = problems;
    this.vocabulary = vocabulary;
  }

  /** Return the objective in {@code metric}; empty if it is invalid. */
  Optional<Objective> metric(Field section) {
    return objective(section.value(), "metric");
  }

  /** Return the objectives, at least two; fewer only if {@code objectives} is invalid. */
  List<Objective> objectives(Field section) {
    if (!(section.value() instanceof SequenceNode list) || list.getValue().size() < 2) {
      problems.add(
          section.key(),
          "objectives needs two or more, such as " + EXAMPLES + "; specify a single one as metric");
      return List.of();
    }
    List<Objective> result = new ArrayList<>();
    for (Node item : list.getValue()) {
      objective(item, "objective").ifPresent(found -> add(found, item, result));
    }
    return result;
  }

  private void add(Objective objective, Node node, List<Objective> result) {
    if (result.stream().anyMatch(other -> other.metric().equals(objective.metric()))) {
      problems.add(node, "duplicate objective %s; keep one".formatted(objective.metric()));
    } else {
      result.add(objective);
    }
  }

  private Optional<Objective> objective(Node node, String what) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(node, what + " has no name; expected " + EXAMPLE);
      return Optional.empty();
    }
    MappingFields fields = new MappingFields(mapping, problems);
    fields.all().forEach(field -> checkKey(field, what));
    Optional<Direction> goal = fields.find("goal").flatMap(this::goal);
    Optional<BigDecimal> target = fields.find("target").flatMap(new ScalarParser(problems)::number);
    Optional<String> metric = fields.find("name").flatMap(field -> name(field, what));
    if (!fields.has("name")) {
      problems.add(node, what + " has no name; expected " + EXAMPLE);
    }
    return metric.flatMap(
        found -> direction(found, goal, fields, node).map(g -> objective(found, g, target)));
  }

  private static Objective objective(String metric, Direction goal, Optional<BigDecimal> target) {
    return new Objective(
        metric,
        goal,
        target.map(t -> OptionalDouble.of(t.doubleValue())).orElse(OptionalDouble.empty()));
  }

  /**
   * Return the direction. It defaults to minimize, as in Weights &amp; Biases; that default is
   * hardly ever intended for a metric that is better when higher, so such a metric needs an
   * explicit goal.
   */
  private Optional<Direction> direction(
      String metric, Optional<Direction> goal, MappingFields fields, Node node) {
    if (fields.has("goal")) {
      return goal;
    }
    if (Metric.find(metric).map(Metric::goal).equals(Optional.of(Direction.MAXIMIZE))) {
      problems.add(
          node,
          "metric %s has no goal, which defaults to minimize; add goal: maximize"
              .formatted(metric));
      return Optional.empty();
    }
    return Optional.of(Direction.MINIMIZE);
  }

  private void checkKey(Field field, String what) {
    if (!KEYS.contains(field.name())) {
      problems.add(
          field.key(),
          "unknown key \"%s\" in %s; expected one of %s%s"
              .formatted(
                  field.name(),
                  what,
                  String.join(", ", KEYS),
                  DidYouMean.hint(field.name(), KEYS)));
    }
  }

  private Optional<Direction> goal(Field field) {
    String text = ScalarParser.text(field.value());
    Optional<Direction> goal = Direction.find(text);
    if (goal.isEmpty()) {
      problems.add(
          field.value(),
          "unknown goal \"%s\"; expected one of %s%s"
              .formatted(
                  text,
                  String.join(", ", Direction.configNames()),
                  DidYouMean.hint(text, Direction.configNames())));
    }
    return goal;
  }

  private Optional<String> name(Field field, String what) {
    String text = ScalarParser.text(field.value()).strip();
    Optional<String> problem =
        text.isEmpty()
            ? Optional.of(what + " has no name; expected one such as val_accuracy")
            : vocabulary.unknownMetric(text);
    problem.ifPresent(sentence -> problems.add(field.value(), sentence));
    return problem.isEmpty() ? Optional.of(text) : Optional.empty();
  }
}
