package io.github.greenscreen.config.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
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

/**
 * The fields of one YAML mapping, each name once, in the order of the file. Fields that a merge key
 * ({@code <<}) takes over from other mappings come first. A field of the mapping itself precedes
 * one of the same name from another mapping, and among these the one listed first.
 */
public final class MappingFields {
  /** A name and its value. */
  public record Field(String name, Node key, Node value) {}

  private final Map<String, Field> fields = new LinkedHashMap<>();

  /**
   * Read {@code mapping}; repeated names and names that are not scalars are added to {@code
   * problems}.
   */
  public MappingFields(MappingNode mapping, ConfigErrors problems) {
    this(mapping, problems, new IdentityHashMap<>());
  }

  /**
   * Read {@code mapping}.
   *
   * @param seen mappings that were read already, each once, so that nested merge keys cost little;
   *     a null value marks those in progress
   */
  private MappingFields(
      MappingNode mapping, ConfigErrors problems, Map<MappingNode, MappingFields> seen) {
    seen.put(mapping, null);
    Map<String, Field> own = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node key = tuple.getKeyNode();
      if (Tag.MERGE.equals(key.getTag())) {
        merge(key, tuple.getValueNode(), problems, seen);
      } else if (key instanceof ScalarNode scalar) {
        add(new Field(scalar.getValue().strip(), key, tuple.getValueNode()), own, problems);
      } else {
        problems.add(key, "a " + kind(key) + " is used as a name; expected plain text");
      }
    }
    fields.putAll(own);
    seen.put(mapping, this);
  }

  /** Take over the fields of the mapping, or of the mappings of the list, in {@code value}. */
  private void merge(
      Node key, Node value, ConfigErrors problems, Map<MappingNode, MappingFields> seen) {
    List<Node> sources =
        new ArrayList<>(value instanceof SequenceNode list ? list.getValue() : List.of(value));
    Collections.reverse(sources);
    for (Node source : sources) {
      if (!(source instanceof MappingNode mapping)) {
        problems.add(
            key,
            "the merge key << names a %s; expected a mapping, such as <<: *name"
                .formatted(kind(source)));
      } else if (seen.containsKey(mapping) && seen.get(mapping) == null) {
        problems.add(key, "the merge key << names the mapping it belongs to; remove it");
      } else {
        MappingFields merged =
            seen.containsKey(mapping)
                ? seen.get(mapping)
                : new MappingFields(mapping, problems, seen);
        fields.putAll(merged.fields);
      }
    }
  }

  /** Return all fields in the order of the file. */
  public List<Field> all() {
    return new ArrayList<>(fields.values());
  }

  /** Return the field called {@code name}, if present. */
  public Optional<Field> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Return whether there is a field called {@code name}. */
  public boolean has(String name) {
    return fields.containsKey(name);
  }

  /**
   * Return whether {@code node} is null: empty, as after a name without a value, or spelled out.
   */
  public static boolean isNothing(Node node) {
    return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
  }

  /** Return the kind of {@code node} in words. */
  public static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "mapping";
    }
    return node instanceof SequenceNode ? "list" : "single value";
  }

  private static void add(Field field, Map<String, Field> own, ConfigErrors problems) {
    Field first = own.putIfAbsent(field.name(), field);
    if (first != null) {
      problems.add(
          field.key(),
          "duplicate key \"%s\"; already defined in line %s"
              .formatted(field.name(), ConfigErrors.line(first.key())));
    }
  }
}
