package io.github.greenscreen.power;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which GPUs {@code CUDA_VISIBLE_DEVICES} leaves visible.
 *
 * @param none whether it hides all of them
 * @param indexes the visible ones by ascending number; empty where it names none by number, and
 *     then all count
 */
record VisibleDevices(boolean none, List<Integer> indexes) {

  /** Read the value of the variable, which is null where it is not set. */
  static VisibleDevices of(String variable) {
    if (variable == null) {
      return new VisibleDevices(false, List.of());
    }
    String text = variable.strip();
    if (text.isEmpty() || text.startsWith("-") || text.equals("NoDevFiles")) {
      return new VisibleDevices(true, List.of());
    }
    List<String> words = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    boolean numbers = words.stream().allMatch(word -> word.matches("\\d{1,3}"));
    return new VisibleDevices(
        false,
        numbers ? words.stream().map(Integer::valueOf).distinct().sorted().toList() : List.of());
  }

  /** Return the number of the GPU in row {@code row} of the output. */
  int index(int row) {
    return row < indexes.size() ? indexes.get(row) : row;
  }

  /** Spell the indexes as the option {@code -i} wants them. */
  String spelled() {
    return indexes.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
