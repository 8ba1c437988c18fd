package io.github.greenscreen.config;

import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.JsonSpelling;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Replaces the values of a parameter by scalars whose text tells the type of the value, see {@link
 * JsonSpelling}: YAML's {@code yes} and {@code True} become {@code true}, {@code ~} becomes {@code
 * null}, {@code 1_000} becomes 1000, the text {@code '5'} becomes {@code "5"}, and a list becomes
 * the text of a JSON list.
 */
final class TypedNodes {
  /** Only an alias that contains itself is nested deeper. */
  private static final int DEEPEST = 20;

  private TypedNodes() {}

  /** Return the scalar that replaces {@code node}; an empty scalar stays, as it is no value. */
  static Node spelled(Node node) {
    return MappingFields.isNothing(node) ? node : scalar(node, spelling(node, 0));
  }

  /** Return the settings of a parameter with its {@code value} or {@code values} replaced. */
  static Node parameter(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      return node;
    }
    List<NodeTuple> tuples =
        mapping.getValue().stream()
            .map(tuple -> new NodeTuple(tuple.getKeyNode(), setting(tuple)))
            .toList();
    return mapping(mapping, tuples);
  }

  private static Node setting(NodeTuple tuple) {
    Node value = tuple.getValueNode();
    return switch (ScalarParser.text(tuple.getKeyNode())) {
      case ValuesReader.VALUE -> spelled(value);
      case ValuesReader.VALUES ->
          value instanceof SequenceNode list ? items(list, TypedNodes::spelled) : value;
      default -> value;
    };
  }

  private static Node items(SequenceNode list, UnaryOperator<Node> change) {
    return new SequenceNode(
        list.getTag(),
        true,
        list.getValue().stream().map(change).toList(),
        list.getStartMark(),
        list.getEndMark(),
        list.getFlowStyle());
  }

  private static MappingNode mapping(MappingNode mapping, List<NodeTuple> tuples) {
    return new MappingNode(
        mapping.getTag(),
        true,
        tuples,
        mapping.getStartMark(),
        mapping.getEndMark(),
        mapping.getFlowStyle());
  }

  private static Node scalar(Node node, String text) {
    return new ScalarNode(Tag.STR, text, node.getStartMark(), node.getEndMark(), ScalarStyle.PLAIN);
  }

  private static String spelling(Node node, int depth) {
    if (depth > DEEPEST) {
      return "null";
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(item -> JsonSpelling.json(spelling(item, depth + 1)))
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream()
          .map(tuple -> member(tuple, depth))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return spelling((ScalarNode) node);
  }

  private static String member(NodeTuple tuple, int depth) {
    String name = ScalarParser.text(tuple.getKeyNode());
    return JsonSpelling.quoted(name)
        + ":"
        + JsonSpelling.json(spelling(tuple.getValueNode(), depth + 1));
  }

  private static String spelling(ScalarNode node) {
    String text = node.getValue();
    if (Tag.NULL.equals(node.getTag())) {
      return "null";
    }
    if (Tag.BOOL.equals(node.getTag())) {
      return String.valueOf(constructed(text));
    }
    if (Tag.INT.equals(node.getTag()) || Tag.FLOAT.equals(node.getTag())) {
      return number(text);
    }
    return JsonSpelling.text(text);
  }

  /** Return a number as spelled, unless YAML reads the spelling as another number. */
  private static String number(String text) {
    String read = String.valueOf(constructed(text));
    boolean same =
        DecimalText.isNumber(text)
            && DecimalText.isNumber(read)
            && new BigDecimal(text).doubleValue() == new BigDecimal(read).doubleValue();
    if (same) {
      return text;
    }
    return DecimalText.isNumber(read) ? read : JsonSpelling.text(text);
  }

  private static Object constructed(String text) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException e) {
      return text;
    }
  }
}
