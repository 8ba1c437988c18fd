package io.github.greenscreen.djl.network.weights;

import io.github.greenscreen.run.network.NetworkDescription;
import io.github.greenscreen.weights.ImageProperties;
import io.github.greenscreen.weights.StateDict;
import io.github.greenscreen.weights.StoredArray;
import io.github.greenscreen.weights.WeightsException;
import io.github.greenscreen.weights.WeightsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Pretrained weights for a network, and the images that they expect. Immutable. */
public final class PretrainedWeights {
  /** Names in a list; more are counted. */
  private static final int MAX_NAMED = 20;

  private final StateDict file;
  private final WeightMatch match;
  private final ImageFormat images;

  private PretrainedWeights(StateDict file, WeightMatch match, ImageFormat images) {
    this.file = file;
    this.match = match;
    this.images = images;
  }

  /**
   * Read names and shapes of {@code file}, and find the arrays of {@code network} in it.
   *
   * @param frozen whether all but the last layer keep these weights
   * @throws WeightsException if the file is missing, damaged, or does not fit
   */
  public static PretrainedWeights read(Path file, TargetNetwork network, boolean frozen) {
    StateDict arrays = WeightsFile.read(Objects.requireNonNull(file));
    refuseRemovedFilters(arrays);
    WeightMatch match = WeightMatcher.match(network, arrays);
    if (frozen && !match.missing().isEmpty()) {
      throw new WeightsException(
          ("weights %s: lack %s, which freeze backbone would leave at random values; use other "
                  + "weights or --set freeze=none")
              .formatted(file, names(match.missing())));
    }
    ImageFormat images = ImageFormat.of(network, match.scheme(), ImageProperties.of(arrays));
    return new PretrainedWeights(arrays, match, images);
  }

  private static void refuseRemovedFilters(StateDict arrays) {
    if (arrays.metadata().containsKey(NetworkDescription.FILTERS)) {
      throw new WeightsException(
          ("weights %s: are of a network without its pruned filters, which cannot be trained "
                  + "further; expected a network with all filters, so use weights of a run without "
                  + "pruning_structure filter")
              .formatted(arrays.file()));
    }
  }

  /** Return the file. */
  public Path path() {
    return file.file();
  }

  /** Return the images that the weights expect. */
  public ImageFormat images() {
    return images;
  }

  /**
   * Return the parts of each array of the network that is loaded, by name, in order along its first
   * dimension.
   */
  public Map<String, List<StoredArray>> loaded() {
    return match.loaded();
  }

  /** Return position embeddings that belong to another number of patches, by name. */
  public Map<String, StoredArray> interpolated() {
    return match.interpolated();
  }

  /** Return the format of the file and whose names it uses. */
  public String origin() {
    return "%s with names of %s".formatted(file.format(), match.scheme().label());
  }

  /** A group of arrays: what happens to them, how many they are, and which. */
  public record Group(String title, int count, String names) {}

  /** Return all arrays of network and file by what happens to them. */
  public List<Group> groups() {
    return List.of(
        new Group("loaded", match.loaded().size(), ""),
        new Group(
            "interpolated", match.interpolated().size(), names(match.interpolated().keySet())),
        new Group("re-initialised", match.reinitialised().size(), reinitialised()),
        new Group("missing", match.missing().size(), names(match.missing())),
        new Group("unexpected", match.unexpected().size(), names(match.unexpected())));
  }

  private String reinitialised() {
    if (match.reinitialised().isEmpty()) {
      return "";
    }
    String reason =
        match.fileClasses() == 0
            ? "not in the file"
            : "%s classes in the file".formatted(match.fileClasses());
    return "%s (%s)".formatted(names(match.reinitialised()), reason);
  }

  /** Return the groups as entries of {@code status.yaml}; groups without arrays are left out. */
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("weights_format", origin());
    for (Group group : groups()) {
      String key = "weights_" + group.title().replace("-", "");
      if (group.title().equals("loaded")) {
        facts.put(key, Integer.toString(group.count()));
      } else if (group.count() > 0) {
        facts.put(key, group.names());
      }
    }
    return facts;
  }

  private static String names(Iterable<String> all) {
    List<String> names = new ArrayList<>();
    all.forEach(names::add);
    int more = names.size() - MAX_NAMED;
    return more > 0
        ? "%s and %s more".formatted(String.join(", ", names.subList(0, MAX_NAMED)), more)
        : String.join(", ", names);
  }
}
