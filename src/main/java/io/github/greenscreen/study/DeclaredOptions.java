package io.github.greenscreen.study;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options that the study and its steps have, by their longest names.
 *
 * @param ofCommands options of each command that is a step
 * @param ofStudy all options of the study
 * @param groups options of the study by group: {@code meter}, {@code checkpoint}, {@code engine},
 *     {@code space}, and {@code data}
 */
public record DeclaredOptions(
    Map<String, Set<String>> ofCommands, Set<String> ofStudy, Map<String, Set<String>> groups) {
  public DeclaredOptions {
    ofCommands = Map.copyOf(ofCommands);
    ofStudy = Set.copyOf(ofStudy);
    groups = Map.copyOf(groups);
  }

  /** Return all options of the groups {@code names}. */
  Set<String> ofGroups(List<String> names) {
    Set<String> options = new HashSet<>();
    names.forEach(name -> options.addAll(groups.get(name)));
    return options;
  }
}
