package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.config.syntax.TypedNodes;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.search.Metric;
import io.github.greenscreen.space.DidYouMean;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.JsonSpelling;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import io.github.greenscreen.training.restriction.TrainableSpace;
import io.github.greenscreen.training.restriction.UntrainableSpaceException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** The names and values that a file may use, by the trainer that reads them. */
enum TrainerSchema {
  /**
   * The built-in trainer: hyperparameters with their legal values, and metrics of training. Groups
   * are only headings; values keep the spelling of the file.
   */
  BUILT_IN {
    @Override
    Optional<String> unknownParameter(String name) {
      return HyperparameterRegistry.names().contains(name)
          ? Optional.empty()
          : HyperparameterRegistry.problem(name, "");
    }

    @Override
    Optional<String> problem(String parameter, String value) {
      return HyperparameterRegistry.problem(parameter, value);
    }

    @Override
    Optional<String> unknownMetric(String name) {
      List<String> names = Metric.configNames(Arrays.asList(Metric.values()));
      return names.contains(name) ? Optional.empty() : Optional.of(unknown(name, names));
    }

    @Override
    Optional<Metric> metric(String name) {
      return Metric.find(name);
    }

    @Override
    List<String> bounded() {
      return Metric.configNames(Metric.bounded());
    }

    @Override
    boolean isIndispensable(String parameter) {
      return INDISPENSABLE.contains(parameter);
    }

    @Override
    SearchSpace restrict(SearchSpace space) {
      try {
        return TrainableSpace.of(space);
      } catch (UntrainableSpaceException e) {
        throw new ConfigException(List.of(e.getMessage()));
      }
    }

    @Override
    SearchSpace complete(SearchSpace space) {
      SearchSpace result = space;
      for (String name : INDISPENSABLE) {
        if (result.find(name).isEmpty()) {
          result = result.and(new FixedParameter(name, HyperparameterRegistry.defaultValue(name)));
        }
      }
      return result;
    }

    @Override
    String spelling(Parameter parameter, String value) {
      return HyperparameterRegistry.recorded(parameter.name(), value);
    }

    @Override
    String name(String group, String leaf) {
      return leaf;
    }

    @Override
    Node value(Node node, ConfigErrors problems) {
      return node;
    }

    @Override
    Object meaning(String value) {
      if (DecimalText.isNumber(value)) {
        BigDecimal number = new BigDecimal(value);
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      }
      return value.equalsIgnoreCase(ScalarParser.NONE) ? ScalarParser.NONE : value;
    }
  },

  /**
   * Another program: any names and values. A parameter in groups has the name {@code
   * outer.inner.leaf}; values are spelled so that their type can be told, see {@link JsonSpelling}.
   */
  EXTERNAL {
    @Override
    Optional<String> unknownParameter(String name) {
      return name.isEmpty()
          ? Optional.of("a parameter has no name; expected for example lr: {value: 0.01}")
          : Optional.empty();
    }

    @Override
    Optional<String> problem(String parameter, String value) {
      return Optional.empty();
    }

    @Override
    Optional<String> unknownMetric(String name) {
      return Optional.empty();
    }

    /** A program may measure accuracy in percent, or a loss below 0. */
    @Override
    Optional<Metric> metric(String name) {
      return Optional.empty();
    }

    @Override
    List<String> bounded() {
      return List.of();
    }

    @Override
    boolean isIndispensable(String parameter) {
      return false;
    }

    @Override
    SearchSpace restrict(SearchSpace space) {
      return space;
    }

    @Override
    SearchSpace complete(SearchSpace space) {
      return space;
    }

    @Override
    String spelling(Parameter parameter, String value) {
      return JsonSpelling.match(parameter, value).orElse(value);
    }

    @Override
    String name(String group, String leaf) {
      return group.isEmpty() ? leaf : group + "." + leaf;
    }

    @Override
    Node value(Node node, ConfigErrors problems) {
      return TypedNodes.spelled(node, problems);
    }

    /** 1 and 1.0 differ: the first is an integer, which means something else to some programs. */
    @Override
    Object meaning(String value) {
      Object meaning = BUILT_IN.meaning(value);
      if (meaning instanceof BigDecimal) {
        return List.of(meaning, value.matches("[-+]?\\d+"));
      }
      return value;
    }
  };

  /** Parameters that every run of the built-in trainer needs. */
  private static final List<String> INDISPENSABLE = List.of("model", "dataset", "epochs", "seed");

  /** Return the error if there is no parameter {@code name}. */
  abstract Optional<String> unknownParameter(String name);

  /** Return the error if {@code parameter}, which exists, cannot have {@code value}. */
  abstract Optional<String> problem(String parameter, String value);

  /** Return the error if there is no metric {@code name}. */
  abstract Optional<String> unknownMetric(String name);

  /** Return the metric {@code name} with its unit and range; empty if these are unknown. */
  abstract Optional<Metric> metric(String name);

  /** Return the metrics that constraints may bound; an empty list for all. */
  abstract List<String> bounded();

  /** Tell whether every run needs {@code parameter}. */
  abstract boolean isIndispensable(String parameter);

  /** Return {@code space} with the parameters that every run needs. */
  abstract SearchSpace complete(SearchSpace space);

  /**
   * Return {@code space} without the combinations that the trainer cannot train.
   *
   * @throws ConfigException if it cannot train any
   */
  abstract SearchSpace restrict(SearchSpace space);

  /** Return how the file would spell {@code value} of {@code parameter}. */
  abstract String spelling(Parameter parameter, String value);

  /** Return the name of the parameter {@code leaf} in {@code group}, which is empty for none. */
  abstract String name(String group, String leaf);

  /**
   * Return a scalar with the spelling of the value in {@code node}; any other node is not a value.
   * Values that cannot be spelled are added to {@code problems}.
   */
  abstract Node value(Node node, ConfigErrors problems);

  /** Return an object that is equal for two spellings of the same value. */
  abstract Object meaning(String value);

  private static String unknown(String name, List<String> names) {
    return "unknown metric \"%s\"; expected one of %s%s"
        .formatted(name, String.join(", ", names), DidYouMean.hint(name, names));
  }
}
