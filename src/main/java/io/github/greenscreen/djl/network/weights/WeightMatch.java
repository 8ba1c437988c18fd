package io.github.greenscreen.djl.network.weights;

import io.github.greenscreen.weights.StoredArray;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the arrays of a file are in a network. Every array of the network is in exactly one of
 * {@code loaded}, {@code interpolated}, {@code reinitialised}, and {@code missing}.
 *
 * @param scheme whose names the file uses
 * @param loaded the parts of each array that is loaded, in order along its first dimension
 * @param interpolated position embeddings for another number of patches
 * @param reinitialised arrays of the last layer, which keep their random values
 * @param fileClasses classes of the last layer in the file; 0 if it has none
 * @param missing arrays of the network that the file lacks, which keep their initial values
 * @param unexpected arrays of the file that the network lacks
 */
record WeightMatch(
    NameScheme scheme,
    Map<String, List<StoredArray>> loaded,
    Map<String, StoredArray> interpolated,
    List<String> reinitialised,
    long fileClasses,
    List<String> missing,
    List<String> unexpected) {
  WeightMatch {
    loaded = Collections.unmodifiableMap(new LinkedHashMap<>(loaded));
    interpolated = Map.copyOf(interpolated);
    reinitialised = List.copyOf(reinitialised);
    missing = List.copyOf(missing);
    unexpected = List.copyOf(unexpected);
  }
}
