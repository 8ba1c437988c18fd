package io.github.greenscreen.djl.pruning;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import io.github.greenscreen.djl.network.NetworkSource;
import io.github.greenscreen.djl.network.Networks;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.run.evaluation.LayerSparsity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Sizes of a small network against files that are written here. */
class StoredSizeTest {

  @Test
  void of_aSmallNetwork_countsZerosAndBytes() throws IOException {
    NetworkSource source = Networks.transformer(8, 10, ElementType.FLOAT32);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptedNetwork network = new ScriptedNetwork(source, Device.cpu())) {
      network.initialize(manager, DataType.FLOAT32, new Shape(1, 3, 32, 32));
      float[] head = find(network, "head.weight").toFloatArray();
      Arrays.fill(head, 0, 20, 0f);
      find(network, "head.weight").set(head);

      StoredSize size = StoredSize.of(network);

      assertThat(size.layers())
          .extracting(LayerSparsity::name)
          .containsExactly(
              "conv.weight",
              "attention.in_proj_weight",
              "attention.out_proj.weight",
              "head.weight");
      assertThat(size.layers()).contains(new LayerSparsity("head.weight", 80, 20));
      byte[] dense = dense(network);
      byte[] quantized = quantized(network);
      assertThat(size.entries())
          .containsExactly(
              Map.entry("weight_sparsity", "0.010684"),
              Map.entry("float32_bytes", Integer.toString(dense.length)),
              Map.entry("float32_gzip_bytes", Integer.toString(gzip(dense))),
              Map.entry("int8_bytes", Integer.toString(quantized.length)),
              Map.entry("int8_gzip_bytes", Integer.toString(gzip(quantized))));
    }
  }

  private static NDArray find(ScriptedNetwork network, String name) {
    return network.all().stream()
        .filter(parameter -> parameter.getName().equals(name))
        .map(Parameter::getArray)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] dense(ScriptedNetwork network) {
    ByteBuffer buffer = buffer();
    network.all().forEach(each -> put(buffer, each.getArray().toFloatArray()));
    return used(buffer);
  }

  /** The scales of a matrix or kernel, and then its integers. */
  private static byte[] quantized(ScriptedNetwork network) {
    ByteBuffer buffer = buffer();
    for (Parameter parameter : network.all()) {
      float[] values = parameter.getArray().toFloatArray();
      Shape shape = parameter.getArray().getShape();
      if (shape.dimension() != 2 && shape.dimension() != 4) {
        put(buffer, values);
        continue;
      }
      int rows = (int) shape.get(0);
      int columns = values.length / rows;
      float[] scales = new float[rows];
      byte[] integers = new byte[values.length];
      for (int i = 0; i < values.length; i++) {
        scales[i / columns] = Math.max(scales[i / columns], Math.abs(values[i]) / 127);
      }
      for (int i = 0; i < values.length; i++) {
        float scale = scales[i / columns] == 0 ? 1 : scales[i / columns];
        scales[i / columns] = scale;
        integers[i] = (byte) Math.rint(values[i] / scale);
      }
      put(buffer, scales);
      buffer.put(integers);
    }
    return used(buffer);
  }

  private static ByteBuffer buffer() {
    return ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void put(ByteBuffer buffer, float[] values) {
    for (float value : values) {
      buffer.putFloat(value);
    }
  }

  private static byte[] used(ByteBuffer buffer) {
    byte[] used = new byte[buffer.position()];
    buffer.flip().get(used);
    return used;
  }

  private static int gzip(byte[] file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(file);
    }
    return out.size();
  }
}
