package io.github.greenscreen.config;

import io.github.greenscreen.config.syntax.ConfigErrors;
import io.github.greenscreen.config.syntax.MappingFields;
import io.github.greenscreen.config.syntax.MappingFields.Field;
import io.github.greenscreen.config.syntax.ScalarParser;
import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.search.stopper.Stopper;
import io.github.greenscreen.search.stopper.StopperConfig;
import io.github.greenscreen.search.stopper.StopperType;
import io.github.greenscreen.space.DidYouMean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads {@code early_terminate}: the type of the early stopper and its options. */
final class StopperSection {
  private static final String TYPE = "type";
  private static final String MAX_ITER = "max_iter";

  /** The smallest and largest eta without a warning. */
  private static final double LEAST_ETA = 1.25;

  private static final double MOST_ETA = 10;

  private final ConfigErrors problems;

  StopperSection(ConfigErrors problems) {
    this.problems = problems;
  }

  /** Return the early stopper; empty if the section is invalid. */
  Optional<StopperConfig> read(Field section) {
    if (!(section.value() instanceof MappingNode mapping)) {
      problems.add(
          section.value(), "early_terminate has no type; expected {type: hyperband, min_iter: 3}");
      return Optional.empty();
    }
    MappingFields fields = new MappingFields(mapping, problems);
    if (!fields.has(TYPE)) {
      problems.add(
          section.key(), "early_terminate has no type; expected {type: hyperband, min_iter: 3}");
      return Optional.empty();
    }
    return kind(fields.find(TYPE).orElseThrow()).flatMap(kind -> choice(section, kind, fields));
  }

  private Optional<StopperType> kind(Field field) {
    String text = ScalarParser.text(field.value());
    List<String> names = StopperType.configNames();
    Optional<StopperType> kind = StopperType.find(text);
    if (kind.isEmpty()) {
      problems.add(
          field.value(),
          "unknown type \"%s\" in early_terminate; expected one of %s%s"
              .formatted(text, String.join(", ", names), DidYouMean.hint(text, names)));
    }
    return kind;
  }

  private Optional<StopperConfig> choice(Field section, StopperType kind, MappingFields fields) {
    Map<String, String> options = new LinkedHashMap<>();
    boolean known = true;
    for (Field field : fields.all()) {
      if (kind.options().contains(field.name())) {
        options.put(field.name(), text(field.value()));
      } else if (!field.name().equals(TYPE)) {
        known = false;
        complain(field, kind);
      }
    }
    return known ? checked(section, new StopperConfig(kind, options), fields) : Optional.empty();
  }

  private void complain(Field field, StopperType kind) {
    List<String> keys = new ArrayList<>(List.of(TYPE));
    keys.addAll(kind.options());
    problems.add(
        field.key(),
        "unknown key \"%s\" in early_terminate of type %s; expected one of %s%s"
            .formatted(
                field.name(),
                kind.configName(),
                String.join(", ", keys),
                DidYouMean.hint(field.name(), keys)));
  }

  /** Create the stopper once, with an arbitrary number of classes, to validate its options. */
  private Optional<StopperConfig> checked(
      Field section, StopperConfig choice, MappingFields fields) {
    try {
      Stopper stopper = choice.withDefault("classes", "10").create();
      warnOfMistakes(choice, stopper, fields);
      return Optional.of(choice);
    } catch (IllegalArgumentException e) {
      problems.add(section.key(), "early_terminate: " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Warn of options that have no effect, and of an eta that keeps nearly all runs or hardly any.
   */
  private void warnOfMistakes(StopperConfig choice, Stopper stopper, MappingFields fields) {
    if (choice.kind() == StopperType.HYPERBAND) {
      boolean counted = fields.has(MAX_ITER);
      fields
          .find(counted ? "min_iter" : "s")
          .ifPresent(
              key ->
                  problems.warn(
                      key.key(),
                      "%s has no effect %s %s (%s)"
                          .formatted(
                              key.name(),
                              counted ? "next to" : "without",
                              MAX_ITER,
                              stopper.settings())));
    }
    fields.find("eta").ifPresent(this::warnOfEta);
  }

  private void warnOfEta(Field eta) {
    double factor = new BigDecimal(text(eta.value())).doubleValue();
    if (factor < LEAST_ETA || factor > MOST_ETA) {
      problems.warn(
          eta.value(),
          "eta %s lets %s %% of the runs go on at each epoch of comparison; 3 lets a third go on"
              .formatted(text(eta.value()), AmountFormat.rounded(100 / factor)));
    }
  }

  /** Return the option's text; lists are joined with slashes, as the stopper expects. */
  private static String text(Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue().stream().map(ScalarParser::text).collect(Collectors.joining("/"));
    }
    if (Tag.BOOL.equals(node.getTag())) {
      return Boolean.toString(ScalarParser.text(node).matches("(?i)yes|true|on"));
    }
    return MappingFields.isNothing(node) ? ScalarParser.text(node) : ScalarParser.value(node);
  }
}
