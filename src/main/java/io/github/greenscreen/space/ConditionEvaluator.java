package io.github.greenscreen.space;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Evaluates conditions and forbidden combinations, one parameter after the other. The state between
 * two parameters is the set of rules that may still hold, so choices that lead to the same set are
 * equivalent. Immutable.
 */
final class ConditionEvaluator {
  /** A condition and the number of its rule. */
  private record Entry(int rule, Condition clause) {}

  private final List<Parameter> order;
  private final Map<String, Integer> conditions = new HashMap<>();
  private final List<List<Entry>> clauses = new ArrayList<>();
  private final List<BitSet> endings = new ArrayList<>();
  private final BitSet all = new BitSet();

  /**
   * Create the evaluator for the rules of a space.
   *
   * @throws IllegalArgumentException if a rule names an unknown parameter
   * @throws CyclicConditionException if conditions form a cycle
   */
  ConditionEvaluator(
      List<Parameter> parameters,
      Map<String, Conjunction> conditions,
      List<Conjunction> forbidden) {
    this.order = sorted(parameters, conditions);
    for (int i = 0; i < order.size(); i++) {
      clauses.add(new ArrayList<>());
      endings.add(new BitSet());
    }
    conditions.forEach(
        (name, rule) -> {
          this.conditions.put(name, add(rule));
          place(name);
        });
    forbidden.forEach(rule -> endings.get(lastPlace(rule)).set(add(rule)));
  }

  /** Return the parameters, each after those that its condition names. */
  List<Parameter> order() {
    return order;
  }

  /** Return the state before the first parameter: every rule may hold. */
  BitSet start() {
    return (BitSet) all.clone();
  }

  /** Tell whether parameter {@code i} applies after the choices that led to {@code state}. */
  boolean counts(int i, BitSet state) {
    Integer rule = conditions.get(order.get(i).name());
    return rule == null || state.get(rule);
  }

  /** Tell whether any rule depends on parameter {@code i} or decides whether it applies. */
  boolean concerns(int i) {
    return !clauses.get(i).isEmpty() || conditions.containsKey(order.get(i).name());
  }

  /**
   * Return the state after parameter {@code i} takes {@code value}, null if it does not apply. The
   * result is null if the choice completes a forbidden combination.
   */
  BitSet after(int i, BitSet state, String value) {
    BitSet next = (BitSet) state.clone();
    for (Entry entry : clauses.get(i)) {
      if (value == null || !entry.clause().holds(value)) {
        next.clear(entry.rule());
      }
    }
    if (next.intersects(endings.get(i))) {
      return null;
    }
    Integer own = conditions.get(order.get(i).name());
    if (own != null) {
      next.clear(own);
    }
    return next;
  }

  private int add(Conjunction rule) {
    int number = all.length();
    all.set(number);
    for (Condition clause : rule.clauses()) {
      clauses.get(place(clause.parameter())).add(new Entry(number, clause));
    }
    return number;
  }

  private int lastPlace(Conjunction rule) {
    return rule.clauses().stream().mapToInt(clause -> place(clause.parameter())).max().orElse(0);
  }

  private int place(String name) {
    for (int i = 0; i < order.size(); i++) {
      if (order.get(i).name().equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("a rule names " + name + ", which is not a parameter");
  }

  private static List<Parameter> sorted(
      List<Parameter> parameters, Map<String, Conjunction> conditions) {
    Map<String, Parameter> byName = new HashMap<>();
    parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
    Set<Parameter> done = new LinkedHashSet<>();
    parameters.forEach(parameter -> visit(parameter, byName, conditions, done, Set.of()));
    return List.copyOf(done);
  }

  private static void visit(
      Parameter parameter,
      Map<String, Parameter> byName,
      Map<String, Conjunction> conditions,
      Set<Parameter> done,
      Set<String> waiting) {
    if (waiting.contains(parameter.name())) {
      throw new CyclicConditionException(List.copyOf(waiting));
    }
    Set<String> path = new LinkedHashSet<>(waiting);
    path.add(parameter.name());
    if (conditions.containsKey(parameter.name()) && !done.contains(parameter)) {
      conditions.get(parameter.name()).clauses().stream()
          .map(clause -> byName.get(clause.parameter()))
          .filter(Objects::nonNull)
          .forEach(other -> visit(other, byName, conditions, done, path));
    }
    done.add(parameter);
  }
}
