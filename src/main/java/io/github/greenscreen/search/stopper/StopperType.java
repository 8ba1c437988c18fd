package io.github.greenscreen.search.stopper;

import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The early stoppers with their options, named as in {@code config.yaml}. */
public enum StopperType {
  /** Hyperband as Weights &amp; Biases implements it. */
  HYPERBAND(StopperType::hyperband, "min_iter", "max_iter", "s", "eta", "strict"),
  /** Asynchronous successive halving at given rungs. */
  ASHA(
      asked -> new AshaStopper(asked.epochs("rungs", List.of(3, 9, 27)), asked.count("eta", 3)),
      "rungs",
      "eta"),
  /** The median stopping rule. */
  MEDIAN(
      asked -> new MedianStopper(asked.count("grace", 5), asked.count("min_runs", 3)),
      "grace",
      "min_runs"),
  /** Stops runs that are no better than random guessing. */
  CHANCE(
      asked ->
          new RandomGuessStopper(
              asked.count("epochs", 4), asked.count("classes"), asked.number("margin", 0.01)),
      "epochs",
      "classes",
      "margin");

  private final Factory factory;
  private final String options;

  StopperType(Factory factory, String... options) {
    this.factory = factory;
    this.options = String.join(" ", options);
  }

  /** Return the spelling on the command line and as {@code type} in {@code config.yaml}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return the names of the options. */
  public List<String> options() {
    return List.of(options.split(" "));
  }

  /** Return the type spelled {@code text} if it exists. */
  public static Optional<StopperType> find(String text) {
    return Arrays.stream(values()).filter(kind -> kind.configName().equals(text)).findFirst();
  }

  /** Return the spellings of all types in their order. */
  public static List<String> configNames() {
    return Arrays.stream(values()).map(StopperType::configName).toList();
  }

  /** Create the stopper with the options {@code asked}. */
  Stopper create(StopperOptions asked) {
    return factory.create(asked);
  }

  /**
   * Create the Hyperband stopper; {@code max_iter} takes precedence, as in Weights &amp; Biases.
   */
  private static Stopper hyperband(StopperOptions asked) {
    double eta = asked.number("eta", 3);
    boolean strict = asked.flag("strict", true);
    if (asked.has("max_iter") && !asked.has("s")) {
      throw new IllegalArgumentException(
          "hyperband: max_iter is given without s; add s, the number of brackets, such as 2");
    }
    if (asked.has("max_iter")) {
      return HyperbandStopper.upTo(asked.count("max_iter"), asked.count("s"), eta, strict);
    }
    if (!asked.has("min_iter")) {
      throw new IllegalArgumentException(
          "hyperband: expected either min_iter, or max_iter and s; found neither");
    }
    return HyperbandStopper.from(asked.count("min_iter"), eta, strict);
  }

  /** Creates a stopper from its options; missing ones have the defaults given here. */
  @Immutable
  @FunctionalInterface
  private interface Factory {
    Stopper create(StopperOptions asked);
  }
}
