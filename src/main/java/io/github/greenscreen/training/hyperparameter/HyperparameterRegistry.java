package io.github.greenscreen.training.hyperparameter;

import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.space.DidYouMean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The registry of all hyperparameters and their legal values, for {@code config.yaml} and {@code
 * --set}.
 */
public final class HyperparameterRegistry {
  /** Names of the available data sets. */
  public static final List<String> DATASETS = List.of("cifar10", "cifar100", "shapes");

  /** The value of {@code decay_steps} that means all steps of the run. */
  static final String WHOLE_RUN = "run";

  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Map<String, Kind> KINDS = kinds();

  private HyperparameterRegistry() {}

  /** Return the names of all parameters. */
  public static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /**
   * Return an error message for an invalid {@code name} or {@code value}, for instance {@code
   * unknown augmentation "mixupp"; expected one of None, random, mixup, cutmix (did you mean
   * "mixup"?)}, or empty if both are valid.
   */
  public static Optional<String> problem(String name, String value) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      return Optional.of(
          "unknown parameter \"%s\"; expected one of %s%s"
              .formatted(name, String.join(", ", names()), DidYouMean.hint(name, names())));
    }
    return kind.legal().test(value) ? Optional.empty() : Optional.of(kind.complain(name, value));
  }

  /** Return the default of parameter {@code name}. */
  public static String fallback(String name) {
    return KINDS.get(name).fallback();
  }

  private static Map<String, Kind> kinds() {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("preprocessing", Kind.of(Preprocessing.class));
    kinds.put("augmentation", Kind.of(Augmentation.class));
    kinds.put("precision", Kind.of(Precision.class, Precision.FLOAT32));
    kinds.put(
        "batch_size", Kind.of("a whole number above 0", "32", HyperparameterRegistry::isCount));
    kinds.put(
        "partitioning",
        Kind.of(
            "percent of training, validation and test images that sum to 100, such as 80-10-10",
            "80-10-10",
            text -> Partition.parse(text).isPresent()));
    kinds.put("lr", Kind.of("a number above 0", "8.0e-4", text -> number(text) > 0));
    kinds.put("lr_schedule", Kind.of(LrSchedule.class));
    kinds.put(
        "optimizer_momentum",
        Kind.of("a number of at least 0 and below 1", "0.9", v -> number(v) >= 0 && number(v) < 1));
    kinds.put("optimizer", Kind.of(OptimizerKind.class, OptimizerKind.ADAM));
    kinds.put("internal", Kind.of(ExecutionMode.class));
    kinds.put("model", Kind.of(NetworkKind.class));
    kinds.put("stem", Kind.of(Stem.class));
    kinds.put("memory_format", Kind.of(MemoryFormat.class));
    kinds.put(
        "decay_steps",
        Kind.of(
            "\"run\" for the steps of the whole run, or a whole number above 0 such as 1000",
            WHOLE_RUN,
            text -> text.equals(WHOLE_RUN) || isCount(text)));
    kinds.put("dataset", Kind.of(DATASETS, "cifar10", DATASETS::contains));
    kinds.put("epochs", Kind.of("a whole number above 0", "50", HyperparameterRegistry::isCount));
    kinds.put("seed", Kind.of("a whole number", "22", text -> text.matches("0|-?[1-9]\\d{0,17}")));
    return kinds;
  }

  private static boolean isCount(String text) {
    return text.matches("[1-9]\\d{0,8}");
  }

  /** Return {@code text} as a finite decimal number, or NaN; Java's 1d is not one. */
  private static double number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Double.NaN;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  /** The legal values of one parameter; {@code words} is empty if it is not a choice of words. */
  private record Kind(
      List<String> words, String expected, String fallback, Predicate<String> legal) {

    static <E extends Enum<E> & ConfigChoice> Kind of(Class<E> type) {
      return of(type, type.getEnumConstants()[0]);
    }

    static <E extends Enum<E> & ConfigChoice> Kind of(Class<E> type, E fallback) {
      return of(
          ConfigChoice.configNames(type),
          fallback.configName(),
          text -> ConfigChoice.find(type, text).isPresent());
    }

    static Kind of(List<String> words, String fallback, Predicate<String> legal) {
      return new Kind(words, "one of " + String.join(", ", words), fallback, legal);
    }

    static Kind of(String expected, String fallback, Predicate<String> legal) {
      return new Kind(new ArrayList<>(), expected, fallback, legal);
    }

    String complain(String name, String value) {
      String adjective = words.isEmpty() ? "illegal" : "unknown";
      return "%s %s \"%s\"; expected %s%s"
          .formatted(adjective, name, value, expected, DidYouMean.hint(value, words));
    }
  }
}
