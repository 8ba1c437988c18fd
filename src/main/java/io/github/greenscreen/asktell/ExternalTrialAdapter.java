package io.github.greenscreen.asktell;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.DidYouMean;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.JsonSpelling;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps a configuration that another program chose itself into the search space. Configurations
 * outside the space are rejected, since no sampler could learn from them.
 */
final class ExternalTrialAdapter {
  /** Maximum number of values that an error message lists. */
  private static final int MAX_NAMED = 12;

  private final SearchSpace space;

  ExternalTrialAdapter(SearchSpace space) {
    this.space = space;
  }

  /**
   * Return {@code tried} in the spelling of the space, with its constants.
   *
   * @throws AskTellException if the space has no such configuration
   */
  Configuration adapt(Configuration tried) {
    tried.values().keySet().forEach(this::checkName);
    Configuration result = tried;
    for (Parameter parameter : space.parameters()) {
      Optional<String> said = result.find(parameter.name());
      if (said.isPresent()) {
        result = result.with(parameter.name(), spelled(parameter, said.get()));
      } else if (parameter instanceof FixedParameter constant) {
        result = result.with(parameter.name(), constant.value());
      }
    }
    Configuration whole = result;
    return space.project(whole).orElseThrow(() -> outside(whole));
  }

  private void checkName(String name) {
    if (space.find(name).isEmpty()) {
      List<String> names = space.parameters().stream().map(Parameter::name).toList();
      throw new AskTellException(
          "tell: the search space has no parameter \"%s\"; expected one of %s%s"
              .formatted(name, String.join(", ", names), DidYouMean.hint(name, names)));
    }
  }

  private static String spelled(Parameter parameter, String said) {
    return JsonSpelling.match(parameter, said)
        .orElseThrow(
            () ->
                new AskTellException(
                    "tell: %s has no value \"%s\"; expected %s"
                        .formatted(parameter.name(), said, expected(parameter))));
  }

  private static String expected(Parameter parameter) {
    return parameter.isFinite() && parameter.values().size() <= MAX_NAMED
        ? "one of " + String.join(", ", parameter.values())
        : parameter.toString();
  }

  private AskTellException outside(Configuration configuration) {
    Map<String, String> said = configuration.values();
    return space.parameters().stream()
        .map(Parameter::name)
        .filter(name -> !said.containsKey(name) && counts(name, said))
        .findFirst()
        .map(
            name ->
                new AskTellException(
                    "tell: the configuration has no value for " + name + "; add it"))
        .orElseGet(() -> new AskTellException("tell: the search space forbids this configuration"));
  }

  /**
   * Return whether the parameter {@code name}, which is missing, is active in this configuration.
   */
  private boolean counts(String name, Map<String, String> said) {
    return !space.conditions().containsKey(name)
        || space.conditions().get(name).clauses().stream()
            .allMatch(clause -> clause.holds(said.getOrDefault(clause.parameter(), "")));
  }
}
