package io.github.greenscreen.search.stopper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The early stoppers with their options, named as in {@code config.yaml}. */
public enum StopperType {
  /** Hyperband as Weights &amp; Biases implements it. */
  HYPERBAND("min_iter", "max_iter", "s", "eta", "strict"),
  /** Asynchronous successive halving at given rungs. */
  ASHA("rungs", "eta"),
  /** The median stopping rule. */
  MEDIAN("grace", "min_runs"),
  /** Stops runs that are no better than random guessing. */
  CHANCE("epochs", "classes", "margin");

  private static final int ETA = 3;
  private static final int EPOCHS = 4;
  private static final int GRACE = 5;
  private static final int MIN_RUNS = 3;
  private static final double MARGIN = 0.01;
  private static final List<Integer> RUNGS = List.of(3, 9, 27);

  private final String options;

  StopperType(String... options) {
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
    return switch (this) {
      case HYPERBAND -> hyperband(asked);
      case ASHA -> new AshaStopper(asked.epochs("rungs", RUNGS), asked.count("eta", ETA));
      case MEDIAN ->
          new MedianStopper(asked.count("grace", GRACE), asked.count("min_runs", MIN_RUNS));
      case CHANCE ->
          new RandomGuessStopper(
              asked.count("epochs", EPOCHS),
              asked.count("classes"),
              asked.number("margin", MARGIN));
    };
  }

  private static Stopper hyperband(StopperOptions asked) {
    double eta = asked.number("eta", ETA);
    boolean strict = asked.flag("strict");
    if (asked.has("min_iter") == asked.has("max_iter")) {
      throw new IllegalArgumentException(
          "hyperband: expected either min_iter, or max_iter and s; found "
              + (asked.has("min_iter") ? "min_iter and max_iter" : "neither"));
    }
    return asked.has("min_iter")
        ? HyperbandStopper.from(asked.count("min_iter"), eta, strict)
        : HyperbandStopper.upTo(asked.count("max_iter"), asked.count("s"), eta, strict);
  }
}
