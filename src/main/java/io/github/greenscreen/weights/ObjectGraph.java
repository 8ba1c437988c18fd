package io.github.greenscreen.weights;

import io.github.greenscreen.weights.Pickled.Instance;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the named arrays in an unpickled object. */
final class ObjectGraph {
  /** Names under which checkpoints of training programs keep a state dict. */
  private static final List<String> WRAPPERS =
      List.of("state_dict", "model_state_dict", "model", "module", "net");

  private static final int MAX_DEPTH = 100;

  private final Map<String, StoredArray> arrays = new LinkedHashMap<>();
  private final Set<Object> entered = Collections.newSetFromMap(new IdentityHashMap<>());

  private ObjectGraph() {}

  /**
   * Return the arrays in {@code object}: those of a state dict, of the state dict in a checkpoint,
   * or of a module and its submodules, whose names are joined by dots. Other values are skipped.
   *
   * @throws PickleException if modules are nested too deeply
   */
  static Map<String, StoredArray> arrays(Object object) {
    ObjectGraph graph = new ObjectGraph();
    if (object instanceof Instance module) {
      graph.add("", module.attributes());
    } else if (object instanceof Map<?, ?> dictionary) {
      graph.add("", unwrapped(dictionary));
    }
    return graph.arrays;
  }

  private static Map<?, ?> unwrapped(Map<?, ?> dictionary) {
    boolean direct = dictionary.values().stream().anyMatch(StoredArray.class::isInstance);
    return direct
        ? dictionary
        : WRAPPERS.stream()
            .filter(name -> dictionary.get(name) instanceof Map<?, ?>)
            .<Map<?, ?>>map(name -> (Map<?, ?>) dictionary.get(name))
            .findFirst()
            .orElse(dictionary);
  }

  /** Add the arrays of {@code values}; each module is entered once, even if it has two names. */
  private void add(String prefix, Map<?, ?> values) {
    if (!entered.add(values)) {
      return;
    }
    if (prefix.chars().filter(c -> c == '.').count() > MAX_DEPTH) {
      throw new PickleException("modules within more than %s others".formatted(MAX_DEPTH));
    }
    values.forEach(
        (name, value) -> {
          if (value instanceof StoredArray array) {
            arrays.put(prefix + name, array);
          } else if (value instanceof Instance module) {
            add(prefix + name + ".", module.attributes());
          }
        });
  }
}
