package io.github.greenscreen.djl.quantized;

import io.github.greenscreen.djl.network.layer.Dense;
import io.github.greenscreen.djl.network.layer.NormalizedConvolution;
import io.github.greenscreen.djl.network.layer.QuantizableLayer;
import io.github.greenscreen.djl.torchscript.ScriptArchive;
import io.github.greenscreen.djl.torchscript.StoredTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a quantised network as a self-contained TorchScript archive: integers, scales, and biases
 * as buffers {@code conv1_weight}, {@code conv1_scale}, {@code conv1_bias}, …, and the methods
 * {@code forward} (integer kernels), {@code simulate} (without them), and {@code pack}.
 */
final class Int8Archive implements QuantizableLayer.WeightVisitor {
  private final Int8Model model;
  private final List<StoredTensor> tensors = new ArrayList<>();

  private Int8Archive(Int8Model model) {
    this.model = model;
  }

  /** Return the archive of {@code model}. */
  static byte[] of(Int8Model model) {
    Int8Archive archive = new Int8Archive(model);
    model.architecture().quantizableLayers().forEach(layer -> layer.accept(archive));
    return ScriptArchive.of(
        Int8ScriptWriter.methods(model) + SimulatedInt8Script.methods(model),
        archive.tensors,
        Map.of(
            Int8ScriptWriter.CONVOLUTIONS, Int8ScriptWriter.CONVOLUTIONS_TYPE,
            Int8ScriptWriter.DENSE, Int8ScriptWriter.DENSE_TYPE));
  }

  @Override
  public void convolution(NormalizedConvolution layer) {
    store(layer.name(), layer.outputs(), layer.inputs(), layer.kernel(), layer.kernel());
  }

  @Override
  public void dense(Dense layer) {
    store(layer.name(), layer.outputs(), layer.inputs());
  }

  private void store(String layer, int... shape) {
    Int8Weights weights = model.weights().get(layer);
    tensors.add(StoredTensor.int8(ScriptNames.weight(layer), weights.values(), shape));
    tensors.add(StoredTensor.float32(ScriptNames.scale(layer), weights.scales(), shape[0]));
    tensors.add(StoredTensor.float32(ScriptNames.bias(layer), weights.biases(), shape[0]));
  }
}
