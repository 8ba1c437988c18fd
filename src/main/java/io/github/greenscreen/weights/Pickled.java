package io.github.greenscreen.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values in a pickle that Java has no type for. */
final class Pickled {
  /** The value {@code None}. */
  static final Object NONE = new Object();

  private Pickled() {}

  /** A tuple. */
  record Tuple(List<Object> items) {
    Tuple {
      items = List.copyOf(items);
    }
  }

  /** A name of a class or function, which is never looked up. */
  record Name(String name) {}

  /** An instance of a class of TorchScript. Its attributes are set once it exists. */
  static final class Instance {
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    Map<String, Object> attributes() {
      return attributes;
    }
  }

  /** The numbers of a storage, of which arrays are parts. */
  record Numbers(NumberType type, Storage storage) {}
}
