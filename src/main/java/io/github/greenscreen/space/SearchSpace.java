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
 * Every configuration that may be tried: one value for each parameter that counts, and no forbidden
 * combination. A parameter under a condition that does not hold is absent from the configuration.
 *
 * <p>A finite space is numbered from 0 to {@link #size()} − 1 like an odometer whose last parameter
 * turns fastest. Any space is also the unit cube over its {@link #dimensions()}, so that a sampler
 * may speak of configurations as points. Immutable.
 */
public final class SearchSpace {
  private final List<Parameter> parameters;
  private final Map<String, Conjunction> conditions;
  private final List<Conjunction> forbidden;
  private final List<Parameter> dimensions;
  private final ConditionEvaluator rules;
  private final ConfigurationIndex numbering;
  private final Optional<Configuration> baseline;

  /** Take {@code parameters} in the order of the file; no two may share a name. */
  public SearchSpace(List<Parameter> parameters) {
    this(parameters, Map.of(), List.of());
  }

  /**
   * Take parameters and rules.
   *
   * @param parameters in the order of the file; no two may share a name
   * @param conditions when a parameter counts, by its name; those that are not named always do
   * @param forbidden what is never tried
   * @throws IllegalArgumentException where a rule names no parameter
   * @throws CyclicConditionException where conditions go in a circle
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

  /** Return all parameters, constants among them, in the order of the file. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Return when parameters count, by name; those that are not named always do. Unmodifiable. */
  public Map<String, Conjunction> conditions() {
    return conditions;
  }

  /** Return what is never tried. */
  public List<Conjunction> forbidden() {
    return forbidden;
  }

  /** Return the parameters with more than one value, the axes of the unit cube, in order. */
  public List<Parameter> dimensions() {
    return dimensions;
  }

  /** Return the parameter called {@code name} if there is one. */
  public Optional<Parameter> find(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** Tell whether the values of every parameter can be listed, so that there are numbers. */
  public boolean isFinite() {
    return parameters.stream().allMatch(Parameter::isFinite);
  }

  /** Tell whether everything is forbidden. */
  public boolean isEmpty() {
    return baseline.isEmpty();
  }

  /**
   * Tell whether the space is finite and all its configurations are equally likely when every
   * parameter is drawn as its distribution says and forbidden combinations are drawn again.
   */
  public boolean isEven() {
    return conditions.isEmpty() && parameters.stream().allMatch(Parameter::isEven);
  }

  /**
   * Return the number of different allowed configurations.
   *
   * @throws IllegalStateException where the space is not finite
   */
  public BigInteger size() {
    checkFinite();
    return numbering.size();
  }

  /**
   * Return the configuration of the baseline value of every parameter; where that is forbidden, the
   * first that is not, later parameters changing first.
   *
   * @throws NoSuchElementException where the space is empty
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
   * Return the number of {@code configuration}, or empty where it lacks a parameter that counts or
   * gives it a value that the space does not have, or is forbidden. Further parameters, and those
   * that do not count, do not matter.
   *
   * @throws IllegalStateException where the space is not finite
   */
  public Optional<BigInteger> indexOf(Configuration configuration) {
    checkFinite();
    return numbering.indexOf(configuration);
  }

  /**
   * Return the configuration at {@code unit}, a number between 0 and 1 for each of {@link
   * #dimensions()} that counts; the others do not matter. Empty where it is forbidden.
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
   * Return the point of {@code configuration}, NaN for dimensions that do not count; empty where
   * the configuration is none of this space, as for {@link #project}.
   */
  public Optional<double[]> unit(Configuration configuration) {
    return project(configuration)
        .map(inside -> dimensions.stream().mapToDouble(p -> unit(p, inside)).toArray());
  }

  /**
   * Return {@code configuration} with the parameters of this space that count and no others, so
   * that configurations which differ in what does not matter are equal. Empty where it lacks one,
   * gives it a value that the space does not have, or is forbidden.
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
   * Return a copy in which {@code name}, an existing parameter, is the constant {@code value}
   * whatever its condition was.
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

  /** Return a copy with {@code parameter} at the end. */
  public SearchSpace and(Parameter parameter) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(parameter);
    return new SearchSpace(more, conditions, forbidden);
  }

  /** Return what the space consists of. */
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

  /** Put values into the order of the file. */
  private Configuration inOrder(Map<String, String> values) {
    Map<String, String> result = new LinkedHashMap<>();
    parameters.stream()
        .map(Parameter::name)
        .filter(values::containsKey)
        .forEach(name -> result.put(name, values.get(name)));
    return Configuration.of(result);
  }
}
