package io.github.greenscreen.run.format;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.run.model.RunFolderException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads and writes YAML of names and values, as run folders need it. Values keep their spelling and
 * no type is ever constructed, so that {@code None}, {@code 1.5e-4} and {@code 60-20-20} survive
 * and a hostile file is harmless.
 */
public final class SimpleYaml {
  /**
   * A value with its line.
   *
   * @param text the value as it is spelled; empty for a mapping
   * @param line line in the file, from 1
   * @param inner names and values of a mapping; empty for a plain value
   */
  public record Entry(String text, int line, Optional<Map<String, Entry>> inner) {}

  private SimpleYaml() {}

  /**
   * Parse the mapping {@code content} of {@code file}, keeping its order. Blanks around names are
   * dropped: the study wrote {@code seed : 22}.
   */
  public static Map<String, Entry> parse(Path file, String content) {
    Optional<Map<String, Entry>> plain = FastYamlReader.parse(content);
    return plain.isPresent() ? plain.get() : parseAny(file, content);
  }

  /** Parse any YAML in the same way. */
  static Map<String, Entry> parseAny(Path file, String content) {
    try {
      Node root = yaml().compose(new StringReader(content));
      if (root instanceof MappingNode mapping) {
        return entries(file, mapping);
      }
      throw RunFolderException.at(
          file, root == null ? 1 : line(root), "expected lines of the form name: value");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw RunFolderException.at(file, line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new RunFolderException(file + ": not YAML: " + FailureReason.of(e), e);
    }
  }

  /**
   * Format one line {@code name: value}, quoting only text that YAML would read as something else.
   */
  public static String line(String name, String value) {
    String key = isPlain(name, "x") ? name : quoted(name);
    return key + ": " + (isPlain("x", value) ? value : quoted(value)) + "\n";
  }

  /** Format {@code values} as a mapping under {@code name}; an empty string if there are none. */
  public static String block(String name, Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    if (!values.isEmpty()) {
      text.append(name).append(":\n");
      values.forEach((key, value) -> text.append("  ").append(line(key, value)));
    }
    return text.toString();
  }

  private static Map<String, Entry> entries(Path file, MappingNode mapping) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = scalar(file, tuple.getKeyNode(), "a name");
      Entry entry = entry(file, name, tuple.getValueNode());
      if (entries.put(name, entry) != null) {
        throw RunFolderException.at(file, entry.line(), name + " is given twice");
      }
    }
    return entries;
  }

  private static Entry entry(Path file, String name, Node node) {
    return node instanceof MappingNode mapping
        ? new Entry("", line(node), Optional.of(entries(file, mapping)))
        : new Entry(scalar(file, node, "a single value for " + name), line(node), Optional.empty());
  }

  private static String scalar(Path file, Node node, String expected) {
    if (node instanceof ScalarNode scalar) {
      return expected.equals("a name") ? scalar.getValue().strip() : scalar.getValue();
    }
    throw RunFolderException.at(
        file, line(node), "found a " + node.getNodeId() + "; expected " + expected);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static boolean isPlain(String name, String value) {
    String line = name + ": " + value + "\n";
    try {
      return yaml().compose(new StringReader(line)) instanceof MappingNode mapping
          && mapping.getValue().size() == 1
          && mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key
          && mapping.getValue().get(0).getValueNode() instanceof ScalarNode scalar
          && key.isPlain()
          && scalar.isPlain()
          && !name.isEmpty()
          && !value.isEmpty()
          && key.getValue().equals(name)
          && scalar.getValue().equals(value);
    } catch (YAMLException e) {
      return false;
    }
  }

  private static String quoted(String text) {
    boolean tame = text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return tame ? "'" + text.replace("'", "''") + "'" : escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder result = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        result.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        result.append(c);
      } else {
        result.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
      }
    }
    return result.append('"').toString();
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(1 << 24);
    options.setNestingDepthLimit(10);
    options.setMaxAliasesForCollections(0);
    return new Yaml(new SafeConstructor(options));
  }
}
