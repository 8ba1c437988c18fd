package io.github.greenscreen.weights;

import io.github.greenscreen.weights.Pickled.Instance;
import io.github.greenscreen.weights.Pickled.Name;
import io.github.greenscreen.weights.Pickled.Numbers;
import io.github.greenscreen.weights.Pickled.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The objects of PyTorch in a pickle, made from what PyTorch's functions would be given: arrays,
 * ordered dictionaries, and attributes of TorchScript modules. No other name is allowed.
 */
final class TorchObjects {
  private static final String TORCH = "torch.";
  private static final String DICTIONARY = "collections.OrderedDict";
  private static final String ARRAY = "torch._utils._rebuild_tensor_v2";
  private static final String OLD_ARRAY = "torch._utils._rebuild_tensor";
  private static final String PARAMETER = "torch._utils._rebuild_parameter";
  private static final String SIZE = "torch.Size";

  /** Functions of TorchScript that return their first argument, with its type. */
  private static final Set<String> TYPED =
      Set.of(
          "torch.jit._pickle.build_intlist",
          "torch.jit._pickle.build_doublelist",
          "torch.jit._pickle.build_boollist",
          "torch.jit._pickle.build_tensorlist",
          "torch.jit._pickle.restore_type_tag");

  /** Begin of the names of classes that a TorchScript archive defines. */
  private static final String SCRIPTED = "__torch__.";

  private final Function<String, Storage> storages;

  /**
   * Create objects of the storages of a file.
   *
   * @param storages returns the storage of a key
   */
  TorchObjects(Function<String, Storage> storages) {
    this.storages = storages;
  }

  /** Return the name of a class or function if weights may use it. */
  Name name(String module, String name) {
    String whole = module + "." + name;
    boolean known =
        Set.of(DICTIONARY, ARRAY, OLD_ARRAY, PARAMETER, SIZE).contains(whole)
            || TYPED.contains(whole)
            || whole.startsWith(SCRIPTED)
            || storageType(whole).isPresent();
    if (!known) {
      throw new PickleException("the Python object " + whole);
    }
    return new Name(whole);
  }

  private static Optional<NumberType> storageType(String name) {
    return name.startsWith(TORCH)
        ? NumberType.ofStorage(name.substring(TORCH.length()))
        : Optional.empty();
  }

  /** Return what {@code function} makes of {@code arguments}. */
  Object call(Name function, List<Object> arguments) {
    String name = function.name();
    if (name.startsWith(SCRIPTED)) {
      return new Instance();
    }
    if (TYPED.contains(name) || name.equals(PARAMETER) || name.equals(SIZE)) {
      return arguments.get(0);
    }
    if (name.equals(DICTIONARY) && arguments.isEmpty()) {
      return new LinkedHashMap<>();
    }
    if (name.equals(ARRAY) || name.equals(OLD_ARRAY)) {
      return array(arguments);
    }
    throw new PickleException("a call of " + name);
  }

  private static StoredArray array(List<Object> arguments) {
    if (!(arguments.get(0) instanceof Numbers numbers)
        || !(arguments.get(1) instanceof Long offset)) {
      throw new PickleException("an array without a storage");
    }
    try {
      return new StoredArray(
          numbers.type(),
          integers(arguments.get(2)),
          integers(arguments.get(3)),
          offset,
          numbers.storage());
    } catch (IllegalArgumentException e) {
      throw new PickleException(e.getMessage());
    }
  }

  private static List<Long> integers(Object value) {
    List<?> items = value instanceof Tuple tuple ? tuple.items() : List.of(value);
    if (!items.stream().allMatch(Long.class::isInstance)) {
      throw new PickleException("a shape that is not a tuple of integers");
    }
    return items.stream().map(Long.class::cast).toList();
  }

  /** Return the storage that {@code id} identifies: (storage, type, key, device, count). */
  Object stored(Object id) {
    if (id instanceof Tuple tuple
        && tuple.items().size() >= 5
        && tuple.items().get(0).equals("storage")
        && tuple.items().get(1) instanceof Name name
        && tuple.items().get(2) instanceof String key) {
      NumberType type =
          storageType(name.name())
              .orElseThrow(() -> new PickleException("a storage of " + name.name()));
      return new Numbers(type, storages.apply(key));
    }
    throw new PickleException("a reference to something that is no storage");
  }

  /** Set the state of {@code object}: the attributes of a module; other states do not matter. */
  void build(Object object, Object state) {
    if (object instanceof Instance instance && state instanceof Map<?, ?> attributes) {
      attributes.forEach((name, value) -> instance.attributes().put(String.valueOf(name), value));
    } else if (!(object instanceof Instance || object instanceof Map<?, ?>)) {
      throw new PickleException("the state of something that has none");
    }
  }
}
