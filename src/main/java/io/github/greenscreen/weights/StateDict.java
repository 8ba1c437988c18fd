package io.github.greenscreen.weights;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The named arrays of a file of weights.
 *
 * @param file the file
 * @param format format of the file, in words
 * @param arrays arrays by name, in the order of the file
 * @param metadata further texts of the file by name; empty unless it is a safetensors file
 */
public record StateDict(
    Path file, String format, Map<String, StoredArray> arrays, Map<String, String> metadata) {
  public StateDict {
    Objects.requireNonNull(file);
    Objects.requireNonNull(format);
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }
}
