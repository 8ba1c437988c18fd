package io.github.greenscreen.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The fields of one YAML mapping, each name once, in the order of the file. */
final class MappingFields {
  /** A name and its value. */
  record Field(String name, Node key, Node value) {}

  private final Map<String, Field> fields = new LinkedHashMap<>();

  /**
   * Read {@code mapping}; repeated names and names that are not scalars are added to {@code
   * problems}.
   */
  MappingFields(MappingNode mapping, ConfigErrors problems) {
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      if (Tag.MERGE.equals(key.getTag())) {
        problems.add(key, "merge keys (<<) are not supported; list the names instead");
      } else if (key instanceof ScalarNode scalar) {
        add(new Field(scalar.getValue().strip(), key, tuple.getValueNode()), problems);
      } else {
        problems.add(key, "a " + kind(key) + " is used as a name; expected plain text");
      }
    }
  }

  /** Return all fields in the order of the file. */
  List<Field> all() {
    return new ArrayList<>(fields.values());
  }

  /** Return the field called {@code name}, if present. */
  Optional<Field> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Return whether {@code node} is empty, as after a name without a value. */
  static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar
        && Tag.NULL.equals(scalar.getTag())
        && scalar.getValue().isEmpty();
  }

  /** Return the kind of {@code node} in words. */
  static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "mapping";
    }
    return node instanceof SequenceNode ? "list" : "single value";
  }

  private void add(Field field, ConfigErrors problems) {
    Field first = fields.putIfAbsent(field.name(), field);
    if (first != null) {
      problems.add(
          field.key(),
          "duplicate key \"%s\"; already defined in line %s"
              .formatted(field.name(), ConfigErrors.line(first.key())));
    }
  }
}
