package io.github.greenscreen.summary;

import io.github.greenscreen.space.Configuration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The parameters by which configurations differ, in one column of a table. */
public final class VaryingParameters {
  private final Set<String> parameters = new LinkedHashSet<>();

  /** Compare {@code all}, except in the parameters {@code ignored}. */
  public VaryingParameters(List<Configuration> all, String... ignored) {
    all.forEach(each -> parameters.addAll(each.values().keySet()));
    parameters.removeAll(Set.of(ignored));
    parameters.removeIf(name -> all.stream().map(each -> each.find(name)).distinct().count() < 2);
  }

  /**
   * Return the parameters that tell {@code all} configurations apart: without those whose values
   * follow from the ones before.
   */
  public static VaryingParameters distinguishing(List<Configuration> all) {
    VaryingParameters kept = new VaryingParameters(List.of());
    for (String name : new VaryingParameters(all).parameters) {
      long before = kept.count(all);
      kept.parameters.add(name);
      if (kept.count(all) == before) {
        kept.parameters.remove(name);
      }
    }
    return kept;
  }

  private long count(List<Configuration> all) {
    return all.stream().map(this::values).distinct().count();
  }

  /** Return their names, an empty text if there are none. */
  public String names() {
    return String.join(", ", parameters);
  }

  /** Return their values in {@code configuration}. */
  public String values(Configuration configuration) {
    return parameters.stream()
        .map(name -> configuration.find(name).orElse("-"))
        .collect(Collectors.joining(", "));
  }
}
