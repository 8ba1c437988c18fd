package io.github.greenscreen.space;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One value for every parameter, in the order and spelling of {@code config.yaml}. Two
 * configurations are equal if they map the same names to the same values, in any order. Immutable.
 */
public final class Configuration {
  private final Map<String, String> values;

  private Configuration(Map<String, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Copy {@code values}, keeping their order. Neither names nor values may be null. */
  public static Configuration of(Map<String, String> values) {
    values.forEach(
        (name, value) -> {
          Objects.requireNonNull(name);
          Objects.requireNonNull(value, name);
        });
    return new Configuration(new LinkedHashMap<>(values));
  }

  /** Return the value of {@code name}, or throw {@link NoSuchElementException} with the name. */
  public String get(String name) {
    return find(name)
        .orElseThrow(() -> new NoSuchElementException("configuration has no parameter " + name));
  }

  /** Return the value of {@code name}, if the configuration has one. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Return a copy in which {@code name} has {@code value}; a new name is added at the end. */
  public Configuration with(String name, String value) {
    Map<String, String> copy = new LinkedHashMap<>(values);
    copy.put(name, Objects.requireNonNull(value));
    return new Configuration(copy);
  }

  /** Return names and values in order; unmodifiable. */
  public Map<String, String> values() {
    return values;
  }

  /** Return names and values as {@code name value, name value, …}. */
  public String sentence() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Configuration that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
