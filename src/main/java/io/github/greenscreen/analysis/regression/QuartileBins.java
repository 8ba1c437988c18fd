package io.github.greenscreen.analysis.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Bins a parameter that was drawn from a range into quartiles. Nearly every run has its own value,
 * and one coefficient per value would leave no residual degrees of freedom. A bin is named by its
 * median value, or by the baseline value if it contains that, so that every name is a value that
 * was trained.
 */
final class QuartileBins {
  private static final int GROUPS = 4;

  /** Up to this many distinct values are never binned. */
  private static final int MAX_VALUES = 10;

  /** Values are not binned if they have at least this many runs on average. */
  private static final int RUNS_PER_VALUE = 3;

  /**
   * The result of the binning.
   *
   * @param levels names of the bins: first the bin of the reference, if any, then the others in
   *     ascending order
   * @param groupOf index of the bin of each value, in the order of the values
   * @param words description of the bins for the reader
   */
  record Grouping(List<String> levels, List<Integer> groupOf, String words) {}

  private final List<String> values;
  private final int[] runs;
  private final OptionalInt reference;

  /**
   * Prepare the binning of {@code values}, numbers in ascending order.
   *
   * @param runs number of runs of each value
   * @param reference index of the baseline value, if it is among them
   */
  QuartileBins(List<String> values, int[] runs, OptionalInt reference) {
    this.values = List.copyOf(values);
    this.runs = runs.clone();
    this.reference = reference;
  }

  /** Return whether {@code values} distinct numbers over {@code runs} runs need binning. */
  static boolean areNeeded(int values, int runs) {
    return values > MAX_VALUES && runs < RUNS_PER_VALUE * values;
  }

  /** Form the bins. */
  Grouping form() {
    List<List<Integer>> groups = split();
    int first = reference.isEmpty() ? -1 : find(groups, reference.getAsInt());
    List<List<Integer>> ordered = new ArrayList<>();
    if (first >= 0) {
      ordered.add(groups.remove(first));
    }
    ordered.addAll(groups);
    List<Integer> groupOf = new ArrayList<>();
    values.forEach(value -> groupOf.add(0));
    List<String> levels = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int group = 0; group < ordered.size(); group++) {
      List<Integer> members = ordered.get(group);
      int code = group;
      members.forEach(member -> groupOf.set(member, code));
      levels.add(name(members));
      words.add(
          "%s to %s as %s"
              .formatted(
                  values.get(members.get(0)),
                  values.get(members.get(members.size() - 1)),
                  levels.get(group)));
    }
    return new Grouping(levels, groupOf, String.join(", ", words));
  }

  /** Cut at the quartiles of the runs; runs with the same value stay together. */
  private List<List<Integer>> split() {
    int all = Arrays.stream(runs).sum();
    List<List<Integer>> groups = new ArrayList<>();
    int before = 0;
    int last = -1;
    for (int i = 0; i < runs.length; i++) {
      int group = (int) ((before + runs[i] / 2.0) * GROUPS / all);
      if (group != last) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(i);
      before += runs[i];
      last = group;
    }
    return groups;
  }

  private static int find(List<List<Integer>> groups, int value) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).contains(value)) {
        return i;
      }
    }
    return -1;
  }

  private String name(List<Integer> members) {
    boolean isReference = reference.isPresent() && members.contains(reference.getAsInt());
    return values.get(isReference ? reference.getAsInt() : members.get((members.size() - 1) / 2));
  }
}
