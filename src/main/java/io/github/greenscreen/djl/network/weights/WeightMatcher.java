package io.github.greenscreen.djl.network.weights;

import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.weights.StateDict;
import io.github.greenscreen.weights.StoredArray;
import io.github.greenscreen.weights.WeightsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the arrays of a network in a file of weights. */
final class WeightMatcher {
  /** Begins of all names that wrappers of networks add. */
  private static final List<String> PREFIXES =
      List.of("module.", "_orig_mod.", "model.", "network.", "backbone.");

  /** Counters of batches, which batch normalisation with a fixed momentum does not use. */
  private static final String COUNTER = "num_batches_tracked";

  private static final String POSITIONS = "encoder.pos_embedding";

  /** Arrays that an error message names. */
  private static final int MAX_NAMED = 3;

  private final TargetNetwork network;
  private final StateDict file;
  private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
  private final Set<String> head;
  private final Map<String, Map<Integer, StoredArray>> found = new LinkedHashMap<>();
  private final Map<String, Integer> parts = new LinkedHashMap<>();
  private final List<String> unexpected = new ArrayList<>();
  private final Map<String, StoredArray> interpolated = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  private WeightMatcher(TargetNetwork network, StateDict file) {
    this.network = network;
    this.file = file;
    Architecture architecture = network.architecture();
    architecture.layers().stream()
        .flatMap(layer -> layer.parameters(ElementType.FLOAT32).stream())
        .forEach(spec -> shapes.put(spec.name(), shape(spec)));
    String last = architecture.result();
    head = new LinkedHashSet<>(List.of(last + ".weight", last + ".bias"));
  }

  private static List<Long> shape(ParameterSpec spec) {
    return Arrays.stream(spec.shape().getShape()).boxed().toList();
  }

  /**
   * Return what the arrays of {@code file} are in {@code network}.
   *
   * @throws WeightsException if none belongs to it, or one has another shape
   */
  static WeightMatch match(TargetNetwork network, StateDict file) {
    return new WeightMatcher(network, file).match();
  }

  private WeightMatch match() {
    Map<String, StoredArray> arrays = stripped();
    NameScheme scheme =
        Arrays.stream(NameScheme.values())
            .max(
                Comparator.comparingLong((NameScheme each) -> matches(each, arrays.keySet()))
                    .thenComparing(Comparator.reverseOrder()))
            .orElseThrow();
    if (matches(scheme, arrays.keySet()) == 0) {
      throw nothing(arrays.keySet());
    }
    arrays.forEach((name, array) -> sort(scheme, name, array));
    boolean resized = isHeadOfOtherClasses();
    Map<String, List<StoredArray>> loaded = new LinkedHashMap<>();
    List<String> reinitialised = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : shapes.keySet()) {
      if (head.contains(name) && (resized || !found.containsKey(name))) {
        reinitialised.add(name);
      } else if (!isComplete(name)) {
        missing.add(name);
      } else {
        load(name, loaded);
      }
    }
    refuseWrongShapes();
    return new WeightMatch(
        scheme, loaded, interpolated, reinitialised, fileClasses(), missing, unexpected);
  }

  /** Return the arrays of the file without what wrappers add to all of their names. */
  private Map<String, StoredArray> stripped() {
    Map<String, StoredArray> arrays = file.arrays();
    Optional<String> prefix = prefix(arrays.keySet());
    while (prefix.isPresent()) {
      Map<String, StoredArray> shorter = new LinkedHashMap<>();
      int length = prefix.get().length();
      arrays.forEach((name, array) -> shorter.put(name.substring(length), array));
      arrays = shorter;
      prefix = prefix(arrays.keySet());
    }
    return arrays;
  }

  private static Optional<String> prefix(Collection<String> names) {
    return PREFIXES.stream()
        .filter(prefix -> names.stream().allMatch(name -> name.startsWith(prefix)))
        .findFirst();
  }

  private long matches(NameScheme scheme, Collection<String> names) {
    return names.stream()
        .flatMap(name -> scheme.part(network.kind(), name).stream())
        .map(ArrayPart::array)
        .filter(shapes::containsKey)
        .distinct()
        .count();
  }

  private void sort(NameScheme scheme, String name, StoredArray array) {
    Optional<ArrayPart> target =
        scheme.part(network.kind(), name).filter(place -> shapes.containsKey(place.array()));
    if (target.isPresent()) {
      ArrayPart place = target.get();
      found.computeIfAbsent(place.array(), key -> new TreeMap<>()).put(place.part(), array);
      parts.put(place.array(), place.parts());
    } else if (!name.endsWith(COUNTER)) {
      unexpected.add(name);
    }
  }

  private boolean isComplete(String name) {
    return found.containsKey(name) && found.get(name).size() == parts.get(name);
  }

  /** Return whether the last layer of the file reads as many numbers, but has other classes. */
  private boolean isHeadOfOtherClasses() {
    String weights = head.iterator().next();
    List<Long> ours = shapes.get(weights);
    return headWeights()
        .filter(array -> array.shape().size() == ours.size())
        .filter(array -> array.shape().get(1).equals(ours.get(1)))
        .filter(array -> !array.shape().get(0).equals(ours.get(0)))
        .isPresent();
  }

  private long fileClasses() {
    return headWeights().map(array -> array.shape().get(0)).orElse(0L);
  }

  private Optional<StoredArray> headWeights() {
    return Optional.ofNullable(found.get(head.iterator().next())).map(parts -> parts.get(0));
  }

  private void load(String name, Map<String, List<StoredArray>> loaded) {
    List<StoredArray> arrays = List.copyOf(found.get(name).values());
    List<Long> expected = partShape(shapes.get(name), arrays.size());
    for (StoredArray array : arrays) {
      if (!array.type().isFloating()) {
        wrong.add(
            "%s has the number format %s, expected a floating-point format"
                .formatted(name, array.type()));
        return;
      }
      if (!array.hasShape(expected)) {
        if (isOfOtherSide(name, array)) {
          interpolated.put(name, array);
        } else {
          wrong.add(
              "%s has the shape %s, expected %s"
                  .formatted(name, array.shapeText(), StoredArray.text(expected)));
        }
        return;
      }
    }
    loaded.put(name, arrays);
  }

  private static List<Long> partShape(List<Long> whole, int parts) {
    List<Long> shape = new ArrayList<>(whole);
    shape.set(0, whole.get(0) / parts);
    return shape;
  }

  /** Return whether {@code array} has position embeddings of a class token and a square. */
  private boolean isOfOtherSide(String name, StoredArray array) {
    List<Long> ours = shapes.get(name);
    List<Long> theirs = array.shape();
    if (!name.equals(POSITIONS) || theirs.size() != 3) {
      return false;
    }
    long side = Math.round(Math.sqrt(theirs.get(1) - 1.0));
    return theirs.get(0) == 1
        && theirs.get(2).equals(ours.get(2))
        && side > 0
        && side * side == theirs.get(1) - 1;
  }

  private WeightsException nothing(Collection<String> names) {
    return new WeightsException(
        ("weights %s: none of its %s arrays (%s) belongs to model %s; expected names of "
                + "torchvision, timm, or a Hugging Face ViT, such as %s")
            .formatted(
                file.file(),
                names.size(),
                first(names),
                network.description(),
                shapes.keySet().iterator().next()));
  }

  private static String first(Collection<String> names) {
    String some = String.join(", ", names.stream().limit(MAX_NAMED).toList());
    return names.size() > MAX_NAMED ? some + ", …" : some;
  }

  private void refuseWrongShapes() {
    if (!wrong.isEmpty()) {
      int more = wrong.size() - MAX_NAMED;
      throw new WeightsException(
          "weights %s: do not fit model %s: %s%s; choose the model of the weights with --set model"
              .formatted(
                  file.file(),
                  network.description(),
                  String.join("; ", wrong.stream().limit(MAX_NAMED).toList()),
                  more > 0 ? "; and %s more".formatted(more) : ""));
    }
  }
}
