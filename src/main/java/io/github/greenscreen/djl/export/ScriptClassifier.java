package io.github.greenscreen.djl.export;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.quantized.Int8Network;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.djl.transfer.HostCopy;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.training.engine.Classifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Classifies images on the CPU: with the TorchScript module that is exported, so that others see
 * the same, or with the quantised network.
 */
public final class ScriptClassifier implements Classifier {
  private static final float LARGEST = 255;

  private final NetworkDescription description;
  private final AutoCloseable network;
  private final UnaryOperator<NDArray> logits;

  private ScriptClassifier(
      NetworkDescription description, AutoCloseable network, UnaryOperator<NDArray> logits) {
    this.description = description;
    this.network = network;
    this.logits = logits;
  }

  /** Return a classifier with {@code network} in float32. */
  public static ScriptClassifier of(SavedNetwork network, PointwiseFormulation pointwise) {
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    try {
      TorchScriptExport.write(archive, network, pointwise, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // writing to memory does not fail
    }
    ScriptModule module = ScriptModule.load(Device.cpu(), archive.toByteArray());
    return new ScriptClassifier(
        network.description(),
        module,
        images -> module.infer("forward", new NDList(images), List.of()));
  }

  /** Return a classifier with the quantised network in {@code file}. */
  public static ScriptClassifier ofQuantized(NetworkDescription description, Path file) {
    Int8Network network;
    try {
      network = Int8Network.load(file);
    } catch (IOException e) {
      throw RunFolderException.cannot("read", file, e);
    }
    return new ScriptClassifier(
        description, network, images -> logits(network, description, images));
  }

  private static NDArray logits(Int8Network network, NetworkDescription how, NDArray images) {
    NDManager manager = images.getManager();
    NDArray centred = images.sub(perChannel(manager, how.mean()));
    NDArray normalized = centred.div(perChannel(manager, how.deviation()));
    NDArray logits = network.infer(normalized);
    return how.flips() ? logits.add(network.infer(normalized.flip(3))).mul(0.5) : logits;
  }

  private static NDArray perChannel(NDManager manager, List<Double> numbers) {
    double[] values = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    return manager.create(values).reshape(1, values.length, 1, 1).toType(DataType.FLOAT32, true);
  }

  @Override
  public NetworkDescription description() {
    return description;
  }

  @Override
  public List<double[]> probabilities(List<byte[]> images) {
    int size = 3 * description.side() * description.side();
    ByteBuffer pixels = ByteBuffer.allocate(images.size() * size);
    images.forEach(pixels::put);
    Shape shape = new Shape(images.size(), 3, description.side(), description.side());
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      NDArray bytes = manager.create(pixels.flip(), shape, DataType.UINT8);
      NDArray scaled = bytes.toType(DataType.FLOAT32, true).div(LARGEST);
      NDArray shares = logits.apply(scaled).toType(DataType.FLOAT64, true).softmax(1);
      return rows(HostCopy.doubles(shares), images.size());
    }
  }

  private static List<double[]> rows(double[] values, int count) {
    int width = values.length / count;
    List<double[]> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      double[] cells = new double[width];
      System.arraycopy(values, row * width, cells, 0, width);
      rows.add(cells);
    }
    return rows;
  }

  @Override
  public void close() {
    try {
      network.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot free the network", e);
    }
  }
}
