package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.format.AmountFormat;
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
 * Reads {@code metric}, {@code objectives}, and {@code metrics}, Weights &amp; Biases' name for the
 * latter: the metrics to optimise, each with its direction.
 */
final class ObjectiveSection {
  private static final String IMPUTE = "impute";
  private static final String IMPUTE_RUNNING = "impute_while_running";
  private static final List<String> KEYS = List.of("name", "goal", "target");

  /** Keys of Weights &amp; Biases that have no effect here. */
  private static final List<String> PASSED_OVER = List.of(IMPUTE, IMPUTE_RUNNING);

  private static final List<String> IMPUTED = List.of("latest", "best", "worst");
  private static final String EXAMPLE = "{name: val_accuracy, goal: maximize}";
  private static final String EXAMPLES = "[" + EXAMPLE + ", {name: energy_Wh, goal: minimize}]";

  private final ConfigErrors problems;
  private final TrainerSchema schema;

  ObjectiveSection(ConfigErrors problems, TrainerSchema schema) {
    this.problems = problems;
    this.schema = schema;
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
          "%s needs two or more, such as %s; specify a single one as metric"
              .formatted(section.name(), EXAMPLES));
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
    fields.find(IMPUTE).ifPresent(this::passOverImpute);
    fields.find(IMPUTE_RUNNING).ifPresent(this::passOverImputeWhileRunning);
    Optional<Direction> goal = fields.find("goal").flatMap(this::goal);
    Optional<BigDecimal> target = fields.find("target").flatMap(new ScalarParser(problems)::number);
    Optional<String> metric = fields.find("name").flatMap(field -> name(field, what));
    if (!fields.has("name")) {
      problems.add(node, what + " has no name; expected " + EXAMPLE);
    }
    Optional<Objective> objective =
        metric.flatMap(
            found -> direction(found, goal, fields, node).map(g -> objective(found, g, target)));
    objective.ifPresent(read -> warnOfMistakes(read, fields));
    return objective;
  }

  /** Warn of a direction that makes the metric worse, and of targets that no run reaches. */
  private void warnOfMistakes(Objective objective, MappingFields fields) {
    Metric.find(objective.metric()).ifPresent(metric -> warnOfGoal(metric, objective, fields));
    Optional<Metric> known = schema.metric(objective.metric());
    if (known.isPresent() && objective.target().isPresent()) {
      warnOfTarget(known.get(), objective, objective.target().getAsDouble(), fields);
    }
  }

  private void warnOfGoal(Metric metric, Objective objective, MappingFields fields) {
    if (objective.goal() != metric.goal()) {
      problems.warn(
          fields.find("goal").orElseThrow().value(),
          "goal %s prefers runs with the %s %s, although %s is better; expected goal: %s"
              .formatted(
                  objective.goal().configName(),
                  objective.goal() == Direction.MINIMIZE ? "lowest" : "highest",
                  metric.configName(),
                  metric.goal() == Direction.MINIMIZE ? "a lower one" : "a higher one",
                  metric.goal().configName()));
    }
  }

  private void warnOfTarget(
      Metric metric, Objective objective, double target, MappingFields fields) {
    boolean share = metric == Metric.VAL_ACCURACY || metric == Metric.ACCURACY;
    String reason = "";
    if (objective.goal() == Direction.MAXIMIZE && share && target > 1) {
      reason =
          "a share from 0 to 1; write target: %s for %s %%"
              .formatted(AmountFormat.plain(target / 100), AmountFormat.plain(target));
    } else if (objective.goal() == Direction.MINIMIZE && target < 0) {
      reason = "never below 0";
    }
    if (!reason.isEmpty()) {
      problems.warn(
          fields.find("target").orElseThrow().value(),
          "no run reaches target %s: %s is %s"
              .formatted(AmountFormat.plain(target), metric.configName(), reason));
    }
  }

  private void passOverImpute(Field field) {
    if (checkImputed(field, IMPUTED)) {
      problems.warn(
          field.key(),
          "impute has no effect: samplers learn nothing from failed runs, and stopped runs count"
              + " with the results they reached");
    }
  }

  private void passOverImputeWhileRunning(Field field) {
    List<String> values = new ArrayList<>(IMPUTED);
    values.add("false");
    if (checkImputed(field, values) && !ScalarParser.text(field.value()).equals("false")) {
      problems.warn(
          field.key(),
          "impute_while_running has no effect: bayes and hyperpower assume that runs in progress"
              + " end as expected, tpe that they end poorly");
    }
  }

  private boolean checkImputed(Field field, List<String> values) {
    String text = ScalarParser.text(field.value());
    if (!values.contains(text)) {
      problems.add(
          field.value(),
          "unknown %s \"%s\"; expected one of %s%s"
              .formatted(
                  field.name(), text, String.join(", ", values), DidYouMean.hint(text, values)));
      return false;
    }
    return true;
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
    if (!KEYS.contains(field.name()) && !PASSED_OVER.contains(field.name())) {
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
            : schema.unknownMetric(text);
    problem.ifPresent(sentence -> problems.add(field.value(), sentence));
    return problem.isEmpty() ? Optional.of(text) : Optional.empty();
  }
}
