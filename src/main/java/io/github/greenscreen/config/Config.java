package io.github.greenscreen.config;

import io.github.greenscreen.search.Method;
import io.github.greenscreen.space.Constant;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What {@code config.yaml} says. Immutable.
 *
 * @param space every parameter and its values; {@code model}, {@code dataset}, {@code epochs} and
 *     {@code seed} are always among them
 * @param method how configurations are chosen
 * @param runCap configurations in a sweep unless told otherwise, at least 1
 * @param metricName what a method that learns from results should improve
 */
public record Config(SearchSpace space, Method method, int runCap, String metricName) {
  /** Configurations in a sweep where neither the file nor the user says. */
  public static final int DEFAULT_RUN_CAP = 100;

  /** What is improved where the file does not say. */
  public static final String DEFAULT_METRIC = "val_accuracy";

  private static final List<String> INDISPENSABLE = List.of("model", "dataset", "epochs", "seed");

  public Config {
    space = complete(Objects.requireNonNull(space));
    Objects.requireNonNull(method);
    Objects.requireNonNull(metricName);
  }

  /**
   * Return a copy in which {@code name} is the constant {@code value}, whatever it was before.
   *
   * @throws ConfigException where there is no such parameter or it may not have that value
   */
  public Config with(String name, String value) {
    Vocabulary.problem(name, value)
        .ifPresent(
            problem -> {
              throw new ConfigException(List.of(problem));
            });
    boolean known = space.find(name).isPresent();
    SearchSpace changed =
        known ? space.with(name, value) : append(space, new Constant(name, value));
    return new Config(changed, method, runCap, metricName);
  }

  /**
   * Return a copy changed by {@code assignment}, which has the form {@code name=value}; blanks
   * round either are dropped.
   *
   * @throws ConfigException where it has another form, or as {@link #with(String, String)} does
   */
  public Config withAssignment(String assignment) {
    int sign = assignment.indexOf('=');
    if (sign < 1) {
      throw new ConfigException(
          List.of("\"" + assignment + "\" sets nothing; expected name=value, such as lr=0.01"));
    }
    return with(assignment.substring(0, sign).strip(), assignment.substring(sign + 1).strip());
  }

  /** Add the constants without which no run can be planned, where the file leaves them out. */
  private static SearchSpace complete(SearchSpace space) {
    SearchSpace result = space;
    for (String name : INDISPENSABLE) {
      if (result.find(name).isEmpty()) {
        result = append(result, new Constant(name, Vocabulary.fallback(name)));
      }
    }
    return result;
  }

  private static SearchSpace append(SearchSpace space, Parameter parameter) {
    List<Parameter> parameters = new ArrayList<>(space.parameters());
    parameters.add(parameter);
    return new SearchSpace(parameters);
  }
}
