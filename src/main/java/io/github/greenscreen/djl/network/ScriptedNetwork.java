package io.github.greenscreen.djl.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.ArrayList;
import java.util.List;

/**
 * A DJL block that owns the parameters of a {@link NetworkSource} and whose forward pass is one
 * call of its TorchScript function. Convolution weights are stored channels-last, which oneDNN and
 * cuDNN read without reordering. Close it to free the compiled function. Not thread-safe.
 */
public final class ScriptedNetwork extends AbstractBlock implements AutoCloseable {
  /** Arrays of this name are passed to the function together, as its list {@code p}. */
  private static final String LIST = "p[]";

  private final List<Parameter> ordered = new ArrayList<>();
  private final ScriptModule script;
  private final int classes;

  /** Compile {@code source} for {@code device}; the block is initialised by DJL's trainer. */
  @SuppressWarnings("this-escape") // addParameter only stores
  public ScriptedNetwork(NetworkSource source, Device device) {
    script = ScriptModule.compile(device, source.methods() + storage(source));
    for (ParameterSpec spec : source.parameters()) {
      ordered.add(addParameter(parameter(spec)));
    }
    classes = Math.toIntExact(last(source).shape().get(0));
  }

  /** The bias of the dense layer is the last of the trainable parameters. */
  private static ParameterSpec last(NetworkSource source) {
    List<ParameterSpec> trainable =
        source.parameters().stream().filter(ParameterSpec::isTrainable).toList();
    return trainable.get(trainable.size() - 1);
  }

  /** Return the trainable parameters in the order of the network. */
  public List<Parameter> trainable() {
    return ordered.stream().filter(Parameter::requiresGradient).toList();
  }

  @Override
  public void initialize(NDManager manager, DataType dataType, Shape... inputShapes) {
    super.initialize(manager, dataType, inputShapes);
    ordered.forEach(parameter -> parameter.getArray().setName(LIST));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray images = inputs.head();
    NDList arguments = new NDList(ordered.size() + 1);
    arguments.add(images);
    for (Parameter parameter : ordered) {
      arguments.add(store.getValue(parameter, images.getDevice(), training));
    }
    return new NDList(script.call(training ? "forward" : "infer", arguments, training));
  }

  /** Follow the ranges of activations over {@code images}, as validation sees them. */
  public void calibrate(NDArray images) {
    NDList arguments = new NDList(images);
    ordered.forEach(parameter -> arguments.add(parameter.getArray()));
    script.call("calibrate", arguments, false).close();
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
   * The engine's binding knows no bfloat16, so the numbers begin in a format that it knows, the
   * same ones for every format of 32 bits and less.
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

  /** Write the functions that bring initial values into their format and memory order. */
  private static String storage(NetworkSource source) {
    int code = source.parameters().get(0).element().code();
    return """
          def store(self: __torch__.Ops, x: Tensor) -> Tensor:
            return torch.to(x, {type})
          def store_convolution(self: __torch__.Ops, x: Tensor) -> Tensor:
            return torch.contiguous(torch.to(x, {type}), memory_format=2)
        """
        .replace("{type}", Integer.toString(code));
  }
}
