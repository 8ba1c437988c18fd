package io.github.greenscreen.cli.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The options that a user gave for a study, which its steps receive.
 *
 * @param values the values of each option as typed, by its longest name; no value for a flag
 */
record StudyOptions(Map<String, List<String>> values) {
  private static final String SET = "--set";

  /** Options that only the study itself has. */
  private static final Set<String> OWN = Set.of("--quick", "-n", "--final-epochs", "--resume");

  /** Return the options that {@code parsed} matched, without defaults. */
  static StudyOptions of(ParseResult parsed) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (OptionSpec option : parsed.matchedOptionsSet()) {
      if (!OWN.contains(option.longestName())) {
        boolean flag = option.arity().max() == 0;
        List<String> texts = flag ? List.of() : option.originalStringValues();
        boolean pins = option.longestName().equals(SET);
        values.put(option.longestName(), pins ? lastOfEach(texts) : texts);
      }
    }
    return new StudyOptions(values);
  }

  /** Return options with {@code value} for {@code name}, unless the user gave another. */
  StudyOptions withDefault(String name, String value) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    all.putIfAbsent(name, List.of(value));
    return new StudyOptions(all);
  }

  /** Return options with {@code value} before the values that the user gave for {@code name}. */
  StudyOptions withPrepended(String name, String value) {
    Map<String, List<String>> all = new LinkedHashMap<>(values);
    List<String> texts = new ArrayList<>(List.of(value));
    texts.addAll(values.getOrDefault(name, List.of()));
    all.put(name, lastOfEach(texts));
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

  /** Return the words of all options that {@code command} declares, but for {@code except}. */
  List<String> accepted(CommandSpec command, Set<String> except) {
    List<String> words = new ArrayList<>();
    values.forEach(
        (name, texts) -> {
          if (command.findOption(name) != null && !except.contains(name)) {
            words.addAll(words(name, texts));
          }
        });
    return words;
  }

  private static List<String> words(String name, List<String> texts) {
    return texts.isEmpty() ? List.of(name) : texts.stream().map(text -> name + "=" + text).toList();
  }
}
