package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A parameter as a factor of a regression: its levels, the reference first and the others in
 * ascending order, and the level of each run. The order of levels does not depend on the order of
 * runs.
 *
 * <p>Values with the same meaning form one level, whatever their spelling ({@code 8.0e-4} and
 * {@code 0.0008}, {@code None} and {@code none}); the level is spelled as in the first run that has
 * it. A run without the parameter has the level {@link #UNSET}.
 */
public final class Factor {
  /** The level of runs whose configuration lacks the parameter. */
  public static final String UNSET = "(unset)";

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private final String parameter;
  private final List<String> levels;
  private final int[] codes;
  private final String grouping;

  private Factor(String parameter, List<String> levels, int[] codes, String grouping) {
    this.grouping = grouping;
    this.parameter = parameter;
    this.levels = levels;
    this.codes = codes;
  }

  /**
   * Return the factor of {@code parameter} over {@code runs}, with the value in {@code reference}
   * as the first level.
   */
  public static Factor of(String parameter, List<Configuration> runs, Configuration reference) {
    String[] values = new String[runs.size()];
    Map<String, String> keyOf = new HashMap<>();
    Map<String, String> configNames = new TreeMap<>(byKey());
    for (int i = 0; i < values.length; i++) {
      values[i] = value(runs.get(i), parameter);
      if (!keyOf.containsKey(values[i])) {
        keyOf.put(values[i], key(values[i]));
        configNames.putIfAbsent(key(values[i]), values[i]);
      }
    }
    List<String> keys = new ArrayList<>(configNames.keySet());
    String first = key(value(reference, parameter));
    if (keys.remove(first)) {
      keys.add(0, first);
    }
    Map<String, Integer> places = new HashMap<>();
    keys.forEach(key -> places.put(key, places.size()));
    int[] codes = new int[values.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = places.get(keyOf.get(values[i]));
    }
    return new Factor(parameter, keys.stream().map(configNames::get).toList(), codes, "");
  }

  /**
   * Return this factor with values grouped into {@link QuartileBins}, if it has too many of them;
   * runs without the parameter keep their level.
   */
  public Factor coarse() {
    List<String> numbers =
        levels.stream()
            .filter(level -> NUMBER.matcher(level).matches())
            .sorted(Comparator.comparingDouble(Double::parseDouble))
            .toList();
    boolean others = levels.stream().anyMatch(level -> !isNumberOrUnset(level));
    if (others || !QuartileBins.areNeeded(numbers.size(), codes.length)) {
      return this;
    }
    int[] runs = new int[numbers.size()];
    for (int code : codes) {
      int number = numbers.indexOf(levels.get(code));
      if (number >= 0) {
        runs[number]++;
      }
    }
    int reference = numbers.indexOf(levels.get(0));
    OptionalInt place = reference < 0 ? OptionalInt.empty() : OptionalInt.of(reference);
    return grouped(numbers, new QuartileBins(numbers, runs, place).form());
  }

  private Factor grouped(List<String> numbers, QuartileBins.Grouping groups) {
    List<String> names = new ArrayList<>(groups.levels());
    if (levels.contains(UNSET)) {
      names.add(levels.get(0).equals(UNSET) ? 0 : names.size(), UNSET);
    }
    int[] changed = new int[codes.length];
    for (int i = 0; i < codes.length; i++) {
      int number = numbers.indexOf(levels.get(codes[i]));
      String name = number < 0 ? UNSET : groups.levels().get(groups.groupOf().get(number));
      changed[i] = names.indexOf(name);
    }
    return new Factor(parameter, names, changed, groups.words());
  }

  private static boolean isNumberOrUnset(String level) {
    return level.equals(UNSET) || NUMBER.matcher(level).matches();
  }

  /** Return a description of the groups; an empty string if each level is a single value. */
  public String grouping() {
    return grouping;
  }

  /** Return the name of the parameter. */
  public String parameter() {
    return parameter;
  }

  /** Return the levels that occur, the reference first. */
  public List<String> levels() {
    return levels;
  }

  /** Return the level index of each run. */
  public int[] codes() {
    return codes.clone();
  }

  /** Return the indicator column of {@code level}: 1 for each run that has it, otherwise 0. */
  double[] indicator(int level) {
    double[] column = new double[codes.length];
    for (int i = 0; i < codes.length; i++) {
      column[i] = codes[i] == level ? 1 : 0;
    }
    return column;
  }

  /** Return the value of {@code parameter} in {@code run}, or {@link #UNSET} if it has none. */
  public static String value(Configuration run, String parameter) {
    return run.find(parameter).orElse(UNSET);
  }

  /** Return whether {@code value} is a decimal number. */
  public static boolean isNumber(String value) {
    return NUMBER.matcher(value).matches();
  }

  /** Return whether both values have the same meaning, whatever their spelling. */
  public static boolean isSame(String value, String other) {
    return value.equals(other) || key(value).equals(key(other));
  }

  private static String key(String value) {
    if (isNumber(value)) {
      return Double.toString(Double.parseDouble(value) + 0.0);
    }
    return value.toLowerCase(Locale.ROOT).equals("none") ? "None" : value;
  }

  private static Comparator<String> byKey() {
    return Comparator.comparing((String key) -> !isNumber(key))
        .thenComparingDouble(key -> isNumber(key) ? Double.parseDouble(key) : 0)
        .thenComparing(Comparator.naturalOrder());
  }
}
