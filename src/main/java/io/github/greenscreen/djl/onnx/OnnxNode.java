package io.github.greenscreen.djl.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;

/**
 * A node that is about to be added to a graph; {@link #into} adds it. Attributes are those of its
 * <a href="https://github.com/onnx/onnx/blob/main/docs/Operators.md">operator</a>.
 */
public final class OnnxNode {
  private final GraphProto.Builder graph;
  private final NodeProto.Builder node;

  OnnxNode(GraphProto.Builder graph, String operator, String... inputs) {
    this.graph = graph;
    node = NodeProto.newBuilder().setOpType(operator).addAllInput(Arrays.asList(inputs));
  }

  /** Set an attribute to a whole number. */
  public OnnxNode with(String attribute, long value) {
    return with(attribute(attribute, AttributeType.INT).setI(value));
  }

  /** Set an attribute to a list of whole numbers. */
  public OnnxNode with(String attribute, long... values) {
    AttributeProto.Builder list = attribute(attribute, AttributeType.INTS);
    Arrays.stream(values).forEach(list::addInts);
    return with(list);
  }

  /** Set an attribute to a number. */
  public OnnxNode with(String attribute, float value) {
    return with(attribute(attribute, AttributeType.FLOAT).setF(value));
  }

  /** Set an attribute to a word. */
  public OnnxNode with(String attribute, String value) {
    return with(attribute(attribute, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
  }

  /** Add the node to its graph, with a result called {@code output}, and return that name. */
  public String into(String output) {
    graph.addNode(node.setName(output).addOutput(output));
    return output;
  }

  private OnnxNode with(AttributeProto.Builder attribute) {
    node.addAttribute(attribute);
    return this;
  }

  private static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
