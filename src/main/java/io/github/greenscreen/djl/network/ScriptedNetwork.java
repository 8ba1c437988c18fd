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

  private static final String CHANNELS_LAST =
      """
        def channels_last(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.contiguous(x, memory_format=2)
      """;

  private final List<Parameter> ordered = new ArrayList<>();
  private final ScriptModule script;
  private final int classes;

  /** Compile {@code source} for {@code device}; the block is initialised by DJL's trainer. */
  @SuppressWarnings("this-escape") // addParameter only stores
  public ScriptedNetwork(NetworkSource source, Device device) {
    script = ScriptModule.compile(device, source.methods() + CHANNELS_LAST);
    for (ParameterSpec spec : source.parameters()) {
      ordered.add(addParameter(parameter(spec)));
    }
    ParameterSpec last = source.parameters().get(source.parameters().size() - 1);
    classes = Math.toIntExact(last.shape().get(0));
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
        .optInitializer(spec.shape().dimension() == 4 ? channelsLast(spec) : spec.initializer())
        .optRequiresGrad(spec.isTrainable())
        .build();
  }

  private Initializer channelsLast(ParameterSpec spec) {
    return (manager, shape, type) -> {
      try (NDArray plain = spec.initializer().initialize(manager, shape, type)) {
        return script.call("channels_last", plain);
      }
    };
  }
}
