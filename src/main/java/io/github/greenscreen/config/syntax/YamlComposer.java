package io.github.greenscreen.config.syntax;

import io.github.greenscreen.failure.FailureReason;
import java.io.StringReader;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses YAML into nodes with lines and original spellings, without constructing objects. */
public final class YamlComposer {
  private static final Set<Tag> HARMLESS =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MAP,
          Tag.SEQ,
          Tag.MERGE);

  private YamlComposer() {}

  /**
   * Return the root of {@code text}; if it cannot be parsed, add the error to {@code problems} and
   * return empty. Integers that are easily misread draw a warning. Tags that would construct
   * objects are errors too, but the root is still returned.
   */
  public static Optional<Node> compose(String text, ConfigErrors problems) {
    try {
      Node root = yaml().compose(new StringReader(text));
      if (root == null) {
        problems.add("is empty; expected parameters with their values");
        return Optional.empty();
      }
      checkNodes(root, problems, Collections.newSetFromMap(new IdentityHashMap<>()));
      return Optional.of(root);
    } catch (MarkedYAMLException e) {
      problems.add(YamlErrorMessages.line(e), YamlErrorMessages.sentence(e));
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      problems.add(
          line, String.format("character U+%04X is not allowed; remove it", e.getCodePoint()));
    } catch (YAMLException e) {
      problems.add("is not usable YAML: " + FailureReason.of(e));
    }
    return Optional.empty();
  }

  /**
   * Return a parser that accepts all tags, because {@link #checkNodes} reports all bad ones
   * together.
   */
  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setTagInspector(tag -> true);
    return new Yaml(new SafeConstructor(options));
  }

  private static void checkNodes(Node node, ConfigErrors problems, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (!HARMLESS.contains(node.getTag())) {
      String tag = node.getTag().getValue().replace(Tag.PREFIX, "!!");
      problems.add(node, "tag " + tag + " is not allowed; use plain values without tags");
    }
    if (node instanceof ScalarNode scalar) {
      YamlInteger.warning(scalar).ifPresent(sentence -> problems.warn(node, sentence));
    }
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> checkNodes(item, problems, seen));
    }
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> checkNodes(tuple.getKeyNode(), problems, seen));
      mapping.getValue().forEach(tuple -> checkNodes(tuple.getValueNode(), problems, seen));
    }
  }
}
