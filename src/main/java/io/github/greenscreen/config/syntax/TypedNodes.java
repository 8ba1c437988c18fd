package io.github.greenscreen.config.syntax;

import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.JsonSpelling;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Replaces a value by a scalar whose text tells the type of the value, see {@link JsonSpelling}:
 * YAML's {@code yes} and {@code True} become {@code true}, {@code ~} and an empty value become
 * {@code null}, {@code 1_000} becomes 1000, the text {@code '5'} becomes {@code "5"}, and a list
 * becomes the text of a JSON list.
 */
public final class TypedNodes {
  /** Only an alias that contains itself is nested deeper. */
  private static final int DEEPEST = 20;

  /** Only aliases that multiply each other have more parts. */
  private static final int MOST_PARTS = 10_000;

  private final Node value;
  private final ConfigErrors problems;
  private int parts;

  private TypedNodes(Node value, ConfigErrors problems) {
    this.value = value;
    this.problems = problems;
  }

  /** Return the scalar that replaces {@code node}; add errors in it to {@code problems}. */
  public static Node spelled(Node node, ConfigErrors problems) {
    String text = new TypedNodes(node, problems).spelling(node, 0);
    return new ScalarNode(Tag.STR, text, node.getStartMark(), node.getEndMark(), ScalarStyle.PLAIN);
  }

  private String spelling(Node node, int depth) {
    parts++;
    if (depth > DEEPEST || parts > MOST_PARTS) {
      problems.add(
          value,
          String.format(
              Locale.ROOT,
              "a value has more than %d levels or %,d parts; check whether an alias contains itself",
              DEEPEST,
              MOST_PARTS));
      return "null";
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().stream()
          .map(item -> JsonSpelling.json(spelling(item, depth + 1)))
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (node instanceof MappingNode mapping) {
      return new MappingFields(mapping, problems)
          .all().stream()
              .map(field -> member(field, depth))
              .collect(Collectors.joining(",", "{", "}"));
    }
    return spelling((ScalarNode) node);
  }

  private String member(Field field, int depth) {
    return JsonSpelling.quoted(ScalarParser.text(field.key()))
        + ":"
        + JsonSpelling.json(spelling(field.value(), depth + 1));
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
