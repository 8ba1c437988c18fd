package io.github.greenscreen.space;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The set of all allowed configurations: one value for each parameter that applies, without
 * forbidden combinations. A parameter whose condition does not hold is absent from the
 * configuration.
 *
 * <p>The configurations of a finite space are numbered from 0 to {@link #size()} − 1; the last
 * parameter changes fastest. Any space is also a unit cube over its {@link #dimensions()}, so that
 * samplers can treat configurations as points. Immutable.
 */
public final class SearchSpace {
  private final List<Parameter> parameters;
  private final Map<String, Conjunction> conditions;
  private final List<Conjunction> forbidden;
  private final List<Parameter> dimensions;
  private final ConditionEvaluator rules;
  private final ConfigurationIndex numbering;
  private final Optional<Configuration> baseline;

  /** Create a space with {@code parameters} in the order of the file; names must be unique. */
  public SearchSpace(List<Parameter> parameters) {
    this(parameters, Map.of(), List.of());
  }

  /**
   * Create a space with parameters and rules.
   *
   * @param parameters in the order of the file; names must be unique
   * @param conditions condition under which a parameter applies, by its name; parameters without
   *     one always apply
   * @param forbidden forbidden combinations
   * @throws IllegalArgumentException if a rule names an unknown parameter
   * @throws CyclicConditionException if conditions form a cycle
   */
  public SearchSpace(
      List<Parameter> parameters,
      Map<String, Conjunction> conditions,
      List<Conjunction> forbidden) {
    this.parameters = List.copyOf(parameters);
    this.conditions = Map.copyOf(conditions);
    this.forbidden = List.copyOf(forbidden);
    long names = parameters.stream().map(Parameter::name).distinct().count();
    if (names < parameters.size()) {
      throw new IllegalArgumentException("a parameter is defined twice: " + parameters);
    }
    this.dimensions =
        this.parameters.stream().filter(p -> !p.isFinite() || p.values().size() > 1).toList();
    this.rules = new ConditionEvaluator(this.parameters, this.conditions, this.forbidden);
    this.numbering = new ConfigurationIndex(rules);
    this.baseline = new FeasibleBaselineFinder(rules).find().map(this::inOrder);
  }

  /** Return all parameters, constants included, in the order of the file. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Return the conditions by parameter; parameters without one always apply. Unmodifiable. */
  public Map<String, Conjunction> conditions() {
    return conditions;
  }

  /** Return the forbidden combinations. */
  public List<Conjunction> forbidden() {
    return forbidden;
  }

  /** Return the parameters with more than one value, the axes of the unit cube, in order. */
  public List<Parameter> dimensions() {
    return dimensions;
  }

  /** Return the parameter called {@code name} if it exists. */
  public Optional<Parameter> find(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /**
   * Tell whether the values of every parameter can be listed, so that configurations are numbered.
   */
  public boolean isFinite() {
    return parameters.stream().allMatch(Parameter::isFinite);
  }

  /** Tell whether every configuration is forbidden. */
  public boolean isEmpty() {
    return baseline.isEmpty();
  }

  /**
   * Tell whether the space is finite and all its configurations are equally likely if every
   * parameter is drawn from its distribution and forbidden combinations are redrawn.
   */
  public boolean isEven() {
    return conditions.isEmpty() && parameters.stream().allMatch(Parameter::isEven);
  }

  /**
   * Return the number of distinct allowed configurations.
   *
   * @throws IllegalStateException if the space is not finite
   */
  public BigInteger size() {
    checkFinite();
    return numbering.size();
  }

  /**
   * Return the configuration of all baseline values. If it is forbidden, return the first allowed
   * one, changing later parameters first.
   *
   * @throws NoSuchElementException if the space is empty
   */
  public Configuration baseline() {
    return baseline.orElseThrow(
        () -> new NoSuchElementException("every configuration is forbidden"));
  }

  /** Return configuration number {@code index}, from 0 to {@link #size()} − 1. */
  public Configuration at(BigInteger index) {
    if (index.signum() < 0 || index.compareTo(size()) >= 0) {
      throw new IndexOutOfBoundsException(index + " is not below " + size());
    }
    return inOrder(numbering.at(index));
  }

  /**
   * Return the number of {@code configuration}, or empty if it lacks a parameter that applies, has
   * a value outside the space, or is forbidden. Other parameters are ignored.
   *
   * @throws IllegalStateException if the space is not finite
   */
  public Optional<BigInteger> indexOf(Configuration configuration) {
    checkFinite();
    return numbering.indexOf(configuration);
  }

  /**
   * Return the configuration at {@code unit}, which has a number between 0 and 1 for each of {@link
   * #dimensions()}; those that do not apply are ignored. Empty if it is forbidden.
   */
  public Optional<Configuration> at(double[] unit) {
    if (unit.length != dimensions.size()) {
      throw new IllegalArgumentException(
          "%s numbers for %s dimensions".formatted(unit.length, dimensions.size()));
    }
    Map<String, Double> units = new LinkedHashMap<>();
    IntStream.range(0, unit.length).forEach(i -> units.put(dimensions.get(i).name(), unit[i]));
    return new ConfigurationBuilder(rules)
        .choose(parameter -> Optional.of(parameter.at(units.getOrDefault(parameter.name(), 0.5))))
        .map(this::inOrder);
  }

  /**
   * Return the point of {@code configuration}, with NaN for dimensions that do not apply; empty if
   * the configuration is outside the space, as for {@link #project}.
   */
  public Optional<double[]> unit(Configuration configuration) {
    return project(configuration)
        .map(inside -> dimensions.stream().mapToDouble(p -> unit(p, inside)).toArray());
  }

  /**
   * Return {@code configuration} with exactly the parameters of this space that apply, so that
   * configurations which differ in irrelevant parameters are equal. Empty if it lacks one, has a
   * value outside the space, or is forbidden.
   */
  public Optional<Configuration> project(Configuration configuration) {
    return new ConfigurationBuilder(rules)
        .choose(
            parameter ->
                configuration
                    .find(parameter.name())
                    .filter(value -> parameter.unit(value).isPresent()))
        .map(this::inOrder);
  }

  /**
   * Return a copy in which {@code name}, an existing parameter, is the constant {@code value},
   * without its condition.
   */
  public SearchSpace with(String name, String value) {
    Map<String, Conjunction> remaining = new LinkedHashMap<>(conditions);
    remaining.remove(name);
    return new SearchSpace(
        parameters.stream()
            .map(p -> p.name().equals(name) ? (Parameter) new FixedParameter(name, value) : p)
            .toList(),
        remaining,
        forbidden);
  }

  /** Return a copy with {@code parameter} added at the end. */
  public SearchSpace and(Parameter parameter) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(parameter);
    return new SearchSpace(more, conditions, forbidden);
  }

  /** Return the parameters and rules of the space. */
  @Override
  public String toString() {
    return "SearchSpace" + Arrays.asList(parameters, conditions, forbidden);
  }

  private static double unit(Parameter parameter, Configuration configuration) {
    return configuration
        .find(parameter.name())
        .map(parameter::unit)
        .orElse(OptionalDouble.empty())
        .orElse(Double.NaN);
  }

  private void checkFinite() {
    if (!isFinite()) {
      throw new IllegalStateException("the space is not finite: " + parameters);
    }
  }

  /** Sort values into the order of the file. */
  private Configuration inOrder(Map<String, String> values) {
    Map<String, String> result = new LinkedHashMap<>();
    parameters.stream()
        .map(Parameter::name)
        .filter(values::containsKey)
        .forEach(name -> result.put(name, values.get(name)));
    return Configuration.of(result);
  }
}
