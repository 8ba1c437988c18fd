package io.github.greenscreen.space;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every configuration that may be tried: the product of the values of all parameters. The space is
 * numbered from 0 (the baseline) to {@link #size()} − 1 like an odometer whose last parameter turns
 * fastest, so that a sampler may speak of configurations as numbers. Immutable.
 */
public final class SearchSpace {
  private final List<Parameter> parameters;

  /** Take {@code parameters} in the order of the file; no two may share a name. */
  public SearchSpace(List<Parameter> parameters) {
    this.parameters = List.copyOf(parameters);
    long names = parameters.stream().map(Parameter::name).distinct().count();
    if (names < parameters.size()) {
      throw new IllegalArgumentException("a parameter is defined twice: " + parameters);
    }
  }

  /** Return all parameters, constants among them, in the order of the file. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Return the parameter called {@code name} if there is one. */
  public Optional<Parameter> find(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** Return the number of different configurations, at least 1. */
  public BigInteger size() {
    return parameters.stream()
        .map(parameter -> BigInteger.valueOf(parameter.values().size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /** Return the configuration of the first value of every parameter. */
  public Configuration baseline() {
    return at(BigInteger.ZERO);
  }

  /** Return configuration number {@code index}, from 0 to {@link #size()} − 1. */
  public Configuration at(BigInteger index) {
    if (index.signum() < 0 || index.compareTo(size()) >= 0) {
      throw new IndexOutOfBoundsException(index + " is not below " + size());
    }
    String[] chosen = new String[parameters.size()];
    BigInteger rest = index;
    for (int i = parameters.size() - 1; i >= 0; i--) {
      List<String> values = parameters.get(i).values();
      BigInteger[] division = rest.divideAndRemainder(BigInteger.valueOf(values.size()));
      chosen[i] = values.get(division[1].intValue());
      rest = division[0];
    }
    Map<String, String> result = new LinkedHashMap<>();
    for (int i = 0; i < chosen.length; i++) {
      result.put(parameters.get(i).name(), chosen[i]);
    }
    return Configuration.of(result);
  }

  /**
   * Return the number of {@code configuration}, or empty where it lacks a parameter of this space
   * or gives it a value that the space does not have. Further parameters do not matter.
   */
  public Optional<BigInteger> indexOf(Configuration configuration) {
    BigInteger index = BigInteger.ZERO;
    for (Parameter parameter : parameters) {
      List<String> values = parameter.values();
      int digit = configuration.find(parameter.name()).map(values::indexOf).orElse(-1);
      if (digit < 0) {
        return Optional.empty();
      }
      index = index.multiply(BigInteger.valueOf(values.size())).add(BigInteger.valueOf(digit));
    }
    return Optional.of(index);
  }

  /** Return a copy in which {@code name}, an existing parameter, is the constant {@code value}. */
  public SearchSpace with(String name, String value) {
    return new SearchSpace(
        parameters.stream()
            .map(p -> p.name().equals(name) ? (Parameter) new Constant(name, value) : p)
            .toList());
  }
}
