package io.github.greenscreen.djl.torchscript;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A TorchScript module compiled from source text. Close it to free the native module. Not
 * thread-safe.
 */
public final class ScriptModule implements AutoCloseable {
  private final Model model;
  private final PtSymbolBlock block;
  private final Map<String, NDArray> selectors = new HashMap<>();

  private ScriptModule(Model model) {
    this.model = model;
    this.block = (PtSymbolBlock) model.getBlock();
  }

  /**
   * Compile {@code methods}: TorchScript functions with {@code self: __torch__.Ops} as the first
   * argument, indented by two spaces. Compilation is lazy: a syntax error is reported here, a wrong
   * shape on the first call.
   *
   * @throws IllegalArgumentException if the text is not TorchScript
   */
  public static ScriptModule compile(Device device, String methods) {
    try {
      return load(device, ScriptArchive.of(methods));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cannot compile this TorchScript:\n" + methods, e.getCause());
    }
  }

  /**
   * Load a module from an archive.
   *
   * @throws IllegalArgumentException if TorchScript cannot read the archive; the cause is the
   *     engine's exception
   */
  public static ScriptModule load(Device device, byte[] archive) {
    Model model = Model.newInstance("script", device, "PyTorch");
    try {
      model.load(new ByteArrayInputStream(archive), Map.of("trainParam", "true"));
      return new ScriptModule(model);
    } catch (MalformedModelException | IOException | RuntimeException e) {
      model.close();
      throw new IllegalArgumentException("TorchScript cannot read the archive", e);
    }
  }

  /**
   * Call {@code method} so that gradients flow through it and its result may be saved for a later
   * backward pass. The result belongs to the manager of the first of {@code inputs}.
   *
   * @return the first result
   */
  public NDArray call(String method, NDArray... inputs) {
    return call(method, new NDList(inputs), List.of());
  }

  /**
   * Call {@code method} with {@code inputs} and then {@code lists}, each passed as one {@code
   * List[Tensor]}, so that gradients can flow.
   *
   * @param lists non-empty lists; no array is in two of them
   * @return the first result; it belongs to the manager of the first array
   */
  public NDArray call(String method, NDList inputs, List<List<NDArray>> lists) {
    return call(method, inputs, lists, true);
  }

  /**
   * Call {@code method} in PyTorch's inference mode, which is faster, but whose result cannot take
   * part in gradients.
   *
   * @param list passed as one {@code List[Tensor]}, unless it is empty
   * @return the first result; it belongs to the manager of the first array
   */
  public NDArray infer(String method, NDList inputs, List<NDArray> list) {
    return call(method, inputs, list.isEmpty() ? List.of() : List.of(list), false);
  }

  /** The binding recognises a list by the names of its members, which are removed afterwards. */
  private NDArray call(String method, NDList inputs, List<List<NDArray>> lists, boolean gradients) {
    NDList arguments = new NDList(inputs);
    lists.forEach(arguments::addAll);
    if (!method.equals("forward")) {
      arguments.add(selectors.computeIfAbsent(method, this::selector));
    }
    for (int i = 0; i < lists.size(); i++) {
      String name = "list" + i + "[]";
      lists.get(i).forEach(array -> array.setName(name));
    }
    try {
      return IValueUtils.forward(block, arguments, gradients).get(0);
    } finally {
      lists.forEach(list -> list.forEach(array -> array.setName(null)));
    }
  }

  /**
   * Run {@code method} in inference mode for its side effects on its arguments. Arguments may be
   * {@link NDArray}, {@code List<NDArray>}, {@link Double}, {@link Long}, or {@link Boolean}.
   */
  public void run(String method, Object... arguments) {
    IValue[] values = Arrays.stream(arguments).map(ScriptModule::value).toArray(IValue[]::new);
    try {
      IValueUtils.runMethod(block, method, values).close();
    } finally {
      Arrays.stream(values).forEach(IValue::close);
    }
  }

  @Override
  public void close() {
    model.close();
  }

  /** The binding takes the method name from the name of an extra array. */
  private NDArray selector(String method) {
    NDManager manager = model.getNDManager();
    NDArray array = manager.create(0f);
    array.setName("module_method:" + method);
    return array;
  }

  private static IValue value(Object argument) {
    if (argument instanceof NDArray array) {
      return IValue.from((PtNDArray) array);
    }
    if (argument instanceof List<?> list) {
      return IValue.listFrom(list.toArray(PtNDArray[]::new));
    }
    if (argument instanceof Double number) {
      return IValue.from(number.doubleValue());
    }
    if (argument instanceof Long number) {
      return IValue.from(number.longValue());
    }
    if (argument instanceof Boolean flag) {
      return IValue.from(flag.booleanValue());
    }
    throw new IllegalArgumentException("cannot pass " + argument + " to TorchScript");
  }
}
