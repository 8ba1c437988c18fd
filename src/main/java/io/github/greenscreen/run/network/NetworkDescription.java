package io.github.greenscreen.run.network;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import io.github.greenscreen.run.model.RunFolderException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is needed to use the arrays of a network. Files have it as metadata, text by key.
 *
 * @param model name of the architecture, for instance {@code resnet20}
 * @param stem name of its first layers; empty if the architecture has no choice of them
 * @param dataset name of the data set
 * @param classes names of the classes in the order of the logits
 * @param side height and width of the images
 * @param mean number per channel that is subtracted from pixels between 0 and 1
 * @param deviation number per channel by which the difference is divided
 * @param flips whether logits are averaged with those of mirror images
 * @param filters number of filters, at least 1, of the convolutions from which pruning removed
 *     some, by name
 */
public record NetworkDescription(
    String model,
    Optional<String> stem,
    String dataset,
    List<String> classes,
    int side,
    List<Double> mean,
    List<Double> deviation,
    boolean flips,
    Map<String, Integer> filters) {
  /** The key of the numbers of filters; only networks from which some were removed have it. */
  public static final String FILTERS = "kept_filters";

  private static final Logger LOG = LoggerFactory.getLogger(NetworkDescription.class);
  private static final String MODEL = "model";
  private static final String STEM = "stem";
  private static final String DATASET = "dataset";
  private static final String CLASSES = "classes";
  private static final String SIDE = "size";
  private static final String MEAN = "image_mean";
  private static final String DEVIATION = "image_std";
  private static final String FLIPS = "test_time_flip";
  private static final int CHANNELS = 3;

  public NetworkDescription {
    Objects.requireNonNull(model);
    Objects.requireNonNull(stem);
    Objects.requireNonNull(dataset);
    classes = List.copyOf(classes);
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
  }

  /** Create the description of a network that has all its filters. */
  public NetworkDescription(
      String model,
      Optional<String> stem,
      String dataset,
      List<String> classes,
      int side,
      List<Double> mean,
      List<Double> deviation,
      boolean flips) {
    this(model, stem, dataset, classes, side, mean, deviation, flips, Map.of());
  }

  /** Return the description as metadata; lists and numbers of filters are JSON. */
  public Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(MODEL, model);
    stem.ifPresent(name -> metadata.put(STEM, name));
    metadata.put(DATASET, dataset);
    metadata.put(CLASSES, new Gson().toJson(classes));
    metadata.put(SIDE, Integer.toString(side));
    metadata.put(MEAN, new Gson().toJson(mean));
    metadata.put(DEVIATION, new Gson().toJson(deviation));
    metadata.put(FLIPS, Boolean.toString(flips));
    if (!filters.isEmpty()) {
      metadata.put(FILTERS, new Gson().toJson(filters));
    }
    return metadata;
  }

  /** Return {@code metadata} as a JSON object. */
  public static String json(Map<String, String> metadata) {
    return new Gson().toJson(metadata);
  }

  /**
   * Return the description in the metadata of {@code file}.
   *
   * @throws RunFolderException if an entry is missing or wrong
   */
  public static NetworkDescription of(NetworkFile file) {
    try {
      List<Double> mean = list(file, MEAN, new TypeToken<>() {});
      List<Double> deviation = list(file, DEVIATION, new TypeToken<>() {});
      if (mean.size() != CHANNELS || deviation.size() != CHANNELS) {
        throw wrong(file, mean.size() != CHANNELS ? MEAN : DEVIATION);
      }
      return new NetworkDescription(
          text(file, MODEL),
          Optional.ofNullable(file.metadata().get(STEM)),
          text(file, DATASET),
          list(file, CLASSES, new TypeToken<List<String>>() {}),
          Integer.parseInt(text(file, SIDE)),
          mean,
          deviation,
          Boolean.parseBoolean(text(file, FLIPS)),
          filters(file));
    } catch (NumberFormatException e) {
      throw wrong(file, SIDE);
    }
  }

  private static <T> List<T> list(NetworkFile file, String key, TypeToken<List<T>> type) {
    try {
      List<T> list = new Gson().fromJson(text(file, key), type);
      if (list != null && !list.contains(null)) {
        return list;
      }
    } catch (JsonParseException e) {
      LOG.debug("{} of {}", key, file.path(), e);
    }
    throw wrong(file, key);
  }

  private static Map<String, Integer> filters(NetworkFile file) {
    String text = file.metadata().getOrDefault(FILTERS, "{}");
    try {
      Map<String, Integer> filters =
          new Gson().fromJson(text, new TypeToken<LinkedHashMap<String, Integer>>() {});
      if (filters != null
          && filters.values().stream().allMatch(count -> count != null && count > 0)) {
        return filters;
      }
    } catch (JsonParseException e) {
      LOG.debug("{} of {}", FILTERS, file.path(), e);
    }
    throw wrong(file, FILTERS);
  }

  private static String text(NetworkFile file, String key) {
    String text = file.metadata().get(key);
    if (text == null) {
      throw wrong(file, key);
    }
    return text;
  }

  private static RunFolderException wrong(NetworkFile file, String key) {
    String found = file.metadata().get(key);
    return new RunFolderException(
        "%s: the metadata %s; train the run again"
            .formatted(
                file.path(),
                found == null ? "lack " + key : "have a wrong %s: %s".formatted(key, found)));
  }
}
