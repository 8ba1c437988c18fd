package io.github.greenscreen.djl.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A graph in float32 with operators of opset 17, the first with layer normalisation. Layers add
 * nodes, in the order of computation, and name the results; weights have the names of the network's
 * arrays. Not thread-safe.
 */
public final class OnnxGraph {
  /** The version of ONNX's operators. */
  public static final int OPSET = 17;

  /** The version of the file format that came with {@link #OPSET}. */
  private static final int FORMAT = 8;

  private static final String BATCH = "batch";

  private final GraphProto.Builder graph = GraphProto.newBuilder();

  /**
   * Return the name of the value of {@code layer}; arrays of the network have no slash in their
   * names.
   */
  public static String value(String layer) {
    return "/" + layer;
  }

  /** Return the name of an intermediate result of {@code layer}. */
  public static String value(String layer, String part) {
    return value(layer) + "/" + part;
  }

  /**
   * Begin a node that applies {@code operator} to {@code inputs}, the names of values or arrays; an
   * optional input that is left out is an empty string.
   */
  public OnnxNode node(String operator, String... inputs) {
    return new OnnxNode(graph, operator, inputs);
  }

  /** Add a constant whole number and return its name. */
  public String integer(String name, long value) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return constant(name, TensorProto.DataType.INT64, List.of(), bytes.putLong(value).flip());
  }

  /** Add a constant list of whole numbers and return its name. */
  public String integers(String name, long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(name, TensorProto.DataType.INT64, List.of((long) values.length), bytes);
  }

  /** Add a constant number and return its name. */
  public String number(String name, double value) {
    return numbers(name, List.of(), new float[] {(float) value});
  }

  /** Add constant numbers of {@code shape}, row-major, and return their name. */
  public String numbers(String name, List<Long> shape, float[] values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return numbers(name, shape, bytes);
  }

  /**
   * Add constant numbers of {@code shape} and return their name.
   *
   * @param content float32, row-major and little-endian; not copied
   */
  public String numbers(String name, List<Long> shape, ByteBuffer content) {
    return constant(name, TensorProto.DataType.FLOAT, shape, content);
  }

  /**
   * Add a dense layer over the last dimension of {@code in}, with arrays as PyTorch stores them.
   *
   * @param prefix prefix of the names of intermediate results
   * @param weights array [outputs, inputs]
   * @param biases array [outputs]
   */
  public String dense(String prefix, String in, String weights, String biases, String output) {
    String transposed = node("Transpose", weights).with("perm", 1, 0).into(prefix + "/weights");
    String product = node("MatMul", in, transposed).into(prefix + "/product");
    return node("Add", product, biases).into(output);
  }

  /** Declare the images that the graph reads, [batch, 3, {@code side}, {@code side}]. */
  public void input(String name, int side) {
    graph.addInput(value(name, Dimension.newBuilder().setDimParam(BATCH), 3, side, side));
  }

  /** Declare the result of the graph, [batch, {@code classes}]. */
  public void output(String name, int classes) {
    graph.addOutput(value(name, Dimension.newBuilder().setDimParam(BATCH), classes));
  }

  /**
   * Write the graph as a file.
   *
   * @param name name of the graph
   * @param metadata what a reader may want to know, by key
   */
  public void write(OutputStream out, String name, Map<String, String> metadata)
      throws IOException {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("greenscreen")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
            .setGraph(graph.setName(name));
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    model.build().writeTo(out);
  }

  private String constant(
      String name, TensorProto.DataType type, List<Long> shape, ByteBuffer content) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .addAllDims(shape)
            .setRawData(UnsafeByteOperations.unsafeWrap(content)));
    return name;
  }

  private static ValueInfoProto value(String name, Dimension.Builder batch, long... others) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder().addDim(batch);
    Arrays.stream(others).forEach(size -> shape.addDim(Dimension.newBuilder().setDimValue(size)));
    TypeProto.Tensor.Builder type =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(type))
        .build();
  }
}
