package io.github.greenscreen.djl.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.ParameterSpec;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.djl.transfer.HostCopy;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * A DJL block that owns the parameters of a {@link NetworkSource} and whose forward pass is one
 * call of its TorchScript function. Convolution weights are stored in a {@link MemoryFormat};
 * oneDNN and cuDNN read channels-last without reordering. Close it to free the compiled function.
 * Not thread-safe.
 */
public final class ScriptedNetwork extends AbstractBlock implements AutoCloseable {
  private final List<Parameter> ordered = new ArrayList<>();
  private final ScriptModule script;
  private final MemoryFormat memoryFormat;
  private final ElementType element;
  private final int classes;

  /** Compile {@code source} for {@code device}, with weights stored channels-last. */
  public ScriptedNetwork(NetworkSource source, Device device) {
    this(source, device, MemoryFormat.CHANNELS_LAST);
  }

  /** Compile {@code source} for {@code device}; DJL's trainer initialises the block. */
  @SuppressWarnings("this-escape") // addParameter only stores
  public ScriptedNetwork(NetworkSource source, Device device, MemoryFormat memoryFormat) {
    this.memoryFormat = memoryFormat;
    script = ScriptModule.compile(device, source.methods() + storage(source, memoryFormat));
    for (ParameterSpec spec : source.parameters()) {
      ordered.add(addParameter(parameter(spec)));
    }
    element = source.parameters().get(0).element();
    classes = Math.toIntExact(last(source).shape().get(0));
  }

  /**
   * The bias of the dense layer, or its weights if it has none, are the last of the trainable
   * parameters.
   */
  private static ParameterSpec last(NetworkSource source) {
    List<ParameterSpec> trainable = source.trainable();
    return trainable.get(trainable.size() - 1);
  }

  /** Return the trainable parameters in the order of the network. */
  public List<Parameter> trainable() {
    return ordered.stream().filter(Parameter::requiresGradient).toList();
  }

  /** Return all parameters in the order of the network, running statistics and ranges included. */
  public List<Parameter> all() {
    return List.copyOf(ordered);
  }

  /** Return the memory format of convolution weights. */
  public MemoryFormat memoryFormat() {
    return memoryFormat;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray images = inputs.head();
    List<NDArray> arrays = new ArrayList<>(ordered.size());
    for (Parameter parameter : ordered) {
      arrays.add(store.getValue(parameter, images.getDevice(), training));
    }
    NDList batch = new NDList(images);
    return new NDList(
        training
            ? script.call("forward", batch, List.of(arrays))
            : script.infer("infer", batch, arrays));
  }

  /**
   * Return the logits of {@code images}, in inference mode; they belong to the manager of the
   * images.
   */
  public NDArray infer(NDArray images) {
    List<NDArray> arrays = ordered.stream().map(Parameter::getArray).toList();
    return script.infer("infer", new NDList(images), arrays);
  }

  /** Update the ranges of activations from {@code images}, in inference mode. */
  public void calibrate(NDArray images) {
    List<NDArray> arrays = ordered.stream().map(Parameter::getArray).toList();
    script.infer("calibrate", new NDList(images), arrays).close();
  }

  /** Return whether parameters are float64. */
  public boolean isDouble() {
    return element == ElementType.FLOAT64;
  }

  /**
   * Return the numbers of {@code parameter}, little-endian and row-major: float64 as they are,
   * others as float32, which represents 16-bit numbers exactly and which other programs can read.
   */
  public byte[] wideBytes(Parameter parameter) {
    // A list, because the binding would take the name of the array for a dictionary key.
    List<NDArray> array = List.of(parameter.getArray());
    try (NDArray wide = script.infer("widen", new NDList(), array)) {
      return HostCopy.bytes(wide);
    }
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }

  @Override
  public void close() {
    script.close();
  }

  private Parameter parameter(ParameterSpec spec) {
    return Parameter.builder()
        .setName(spec.name())
        .setType(spec.type())
        .optShape(spec.shape())
        .optInitializer(initializer(spec))
        .optRequiresGrad(spec.isTrainable())
        .build();
  }

  /**
   * The engine's binding does not support bfloat16, so initial values are drawn in a format that it
   * supports, the same for every format of 32 bits or fewer.
   */
  private Initializer initializer(ParameterSpec spec) {
    DataType begin = spec.element() == ElementType.FLOAT64 ? DataType.FLOAT64 : DataType.FLOAT32;
    boolean ranges = spec.type() == Parameter.Type.OTHER;
    return (manager, shape, type) -> {
      NDArray plain = spec.initializer().initialize(manager, shape, begin);
      if (ranges) {
        return plain;
      }
      try (plain) {
        return script.call(shape.dimension() == 4 ? "store_convolution" : "store", plain);
      }
    };
  }

  /** Write the functions that convert values to their number and memory format, and back. */
  private static String storage(NetworkSource source, MemoryFormat memoryFormat) {
    ElementType element = source.parameters().get(0).element();
    ElementType wide = element.isHalf() ? ElementType.FLOAT32 : element;
    return """
          def store(self: __torch__.Ops, x: Tensor) -> Tensor:
            return torch.to(x, {type})
          def store_convolution(self: __torch__.Ops, x: Tensor) -> Tensor:
            return torch.contiguous(torch.to(x, {type}), memory_format={order})
          def widen(self: __torch__.Ops, p: List[Tensor]) -> Tensor:
            return torch.contiguous(torch.to(torch.detach(p[0]), {wide}))
        """
        .replace("{order}", Integer.toString(memoryFormat.code()))
        .replace("{type}", Integer.toString(element.code()))
        .replace("{wide}", Integer.toString(wide.code()));
  }
}
