package io.github.greenscreen.cli.support;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.djl.network.weights.PretrainedWeights;
import io.github.greenscreen.djl.network.weights.TargetNetwork;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import io.github.greenscreen.weights.WeightsException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks pretrained weights before anything is trained or written, and says what matched. It reads
 * names and shapes only.
 */
public final class WeightsPreflight {
  private static final List<String> NAMES =
      List.of(HyperparameterRegistry.WEIGHTS, "model", "stem", "dataset", "freeze");

  private final SearchSpace space;
  private final PrintWriter err;

  private WeightsPreflight(SearchSpace space, PrintWriter err) {
    this.space = space;
    this.err = err;
  }

  /**
   * Check the weights of {@code plan}, and report on {@code err}.
   *
   * @throws WeightsException if a file is missing or damaged, or does not fit
   */
  public static void of(RunPlan plan, PrintWriter err) {
    List<Parameter> constants = new ArrayList<>();
    plan.whole().values().forEach((name, value) -> constants.add(new FixedParameter(name, value)));
    of(new SearchSpace(constants), err);
  }

  /** Check the weights that {@code space} may use with all networks that it allows, as above. */
  public static void of(SearchSpace space, PrintWriter err) {
    WeightsPreflight check = new WeightsPreflight(space, err);
    check.values(HyperparameterRegistry.WEIGHTS).stream()
        .filter(value -> !value.equalsIgnoreCase(HyperparameterRegistry.NONE))
        .forEach(check::file);
  }

  private void file(String file) {
    List<TargetNetwork> checked = new ArrayList<>();
    for (Map<String, String> choice : choices(file)) {
      TargetNetwork network = network(choice);
      if (isAllowed(choice) && !checked.contains(network)) {
        checked.add(network);
        report(PretrainedWeights.read(Path.of(file), network, freezes(choice)), network);
      }
    }
  }

  /** Return the combinations of values that matter; without a stem, its first value only. */
  private List<Map<String, String>> choices(String file) {
    List<Map<String, String>> choices = List.of(Map.of(HyperparameterRegistry.WEIGHTS, file));
    for (String name : NAMES.subList(1, NAMES.size())) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> choice : choices) {
        for (String value : values(name, choice)) {
          Map<String, String> more = new LinkedHashMap<>(choice);
          more.put(name, value);
          longer.add(more);
        }
      }
      choices = longer;
    }
    return choices;
  }

  private List<String> values(String name, Map<String, String> choice) {
    if (name.equals("stem") && !option(NetworkKind.class, choice.get("model")).hasStem()) {
      return values(name).subList(0, 1);
    }
    return name.equals("freeze") ? values(name).stream().sorted().toList() : values(name);
  }

  private List<String> values(String name) {
    return space
        .find(name)
        .map(parameter -> parameter.values().stream())
        .orElseGet(() -> Stream.of(HyperparameterRegistry.defaultValue(name)))
        .toList();
  }

  /** Return whether no rule over these names alone excludes {@code choice}. */
  private boolean isAllowed(Map<String, String> choice) {
    Conjunction condition = space.conditions().get(HyperparameterRegistry.WEIGHTS);
    boolean applies =
        condition == null
            || condition.clauses().stream()
                .filter(clause -> choice.containsKey(clause.parameter()))
                .allMatch(clause -> clause.holds(choice.get(clause.parameter())));
    return applies && space.forbidden().stream().noneMatch(rule -> holds(rule, choice));
  }

  private static boolean holds(Conjunction rule, Map<String, String> choice) {
    return rule.clauses().stream()
        .allMatch(
            clause ->
                choice.containsKey(clause.parameter())
                    && clause.holds(choice.get(clause.parameter())));
  }

  private static TargetNetwork network(Map<String, String> choice) {
    return new TargetNetwork(
        option(NetworkKind.class, choice.get("model")),
        option(Stem.class, choice.get("stem")),
        DataSets.classes(choice.get("dataset")).orElseThrow());
  }

  private static boolean freezes(Map<String, String> choice) {
    return option(Freeze.class, choice.get("freeze")) == Freeze.BACKBONE;
  }

  private static <E extends Enum<E> & ConfigChoice> E option(Class<E> type, String value) {
    return ConfigChoice.find(type, value).orElseThrow();
  }

  private void report(PretrainedWeights weights, TargetNetwork network) {
    err.printf("weights %s for %s: %s%n", weights.path(), network.description(), weights.origin());
    Table<PretrainedWeights.Group> table =
        Table.of(
            weights.groups(),
            Column.text("arrays", PretrainedWeights.Group::title),
            Column.right("count", PretrainedWeights.Group::count),
            Column.text("names", PretrainedWeights.Group::names));
    err.print(TextTable.of(table));
    err.println("images: " + weights.images().description());
  }
}
