package io.github.greenscreen.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options that a user gave for a study, which its steps receive.
 *
 * @param values the values of each option as typed, by its longest name; no value for a flag
 */
public record StudyOptions(Map<String, List<String>> values) {
  private static final String SET = "--set";

  /** Create options with their last values; of {@code --set}, the last one for each parameter. */
  public StudyOptions {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    all.computeIfPresent(SET, (name, texts) -> lastOfEach(texts));
    values = Collections.unmodifiableMap(all);
  }

  /** Return options with {@code value} for {@code name}, unless the user gave another. */
  public StudyOptions withDefault(String name, String value) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    all.putIfAbsent(name, List.of(value));
    return new StudyOptions(all);
  }

  /** Return options with {@code value} before the values that the user gave for {@code name}. */
  public StudyOptions withPrepended(String name, String value) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    List<String> texts = new ArrayList<>(List.of(value));
    texts.addAll(values.getOrDefault(name, List.of()));
    all.put(name, texts);
    return new StudyOptions(all);
  }

  /** Return the last of the texts {@code NAME=VALUE} with the same name, in their order. */
  private static List<String> lastOfEach(List<String> texts) {
    Map<String, String> last = new LinkedHashMap<>();
    for (String text : texts) {
      String name = text.split("=", 2)[0].strip();
      last.remove(name);
      last.put(name, text);
    }
    return List.copyOf(last.values());
  }

  /** Return the words of all options that are {@code declared}, but for {@code except}. */
  List<String> accepted(Set<String> declared, Set<String> except) {
    List<String> words = new ArrayList<>();
    values.forEach(
        (name, texts) -> {
          if (declared.contains(name) && !except.contains(name)) {
            words.addAll(words(name, texts));
          }
        });
    return words;
  }

  private static List<String> words(String name, List<String> texts) {
    return texts.isEmpty() ? List.of(name) : texts.stream().map(text -> name + "=" + text).toList();
  }
}
