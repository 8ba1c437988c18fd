package io.github.greenscreen.weights;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/**
 * The images for which weights were trained, as far as the files say: the metadata {@code
 * "image_mean"}, {@code "image_std"}, and {@code "size"} of a safetensors file, or the entries of
 * these names in {@code preprocessor_config.json} beside the file, as Hugging Face stores them, or
 * {@code "mean"}, {@code "std"}, and {@code "input_size"} in {@code config.json}, as timm does.
 *
 * @param mean mean of each channel on the scale from 0 to 1; empty if unknown
 * @param deviation standard deviation of each channel on that scale; empty if unknown
 * @param side height and width of images in pixels
 */
public record ImageProperties(List<Double> mean, List<Double> deviation, OptionalInt side) {
  private static final ImageProperties UNKNOWN =
      new ImageProperties(List.of(), List.of(), OptionalInt.empty());

  private static final int CHANNELS = 3;
  private static final int MAX_SIDE = 4096;

  public ImageProperties {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
  }

  /**
   * Return the properties of the images of {@code weights}.
   *
   * @throws WeightsException if a file states properties that no images have
   */
  public static ImageProperties of(StateDict weights) {
    JsonObject metadata = new JsonObject();
    for (Map.Entry<String, String> entry : weights.metadata().entrySet()) {
      if (List.of("image_mean", "image_std", "size").contains(entry.getKey())) {
        metadata.add(entry.getKey(), parse(weights.file(), entry.getValue()));
      }
    }
    Path file = weights.file();
    return preprocessor(file, metadata)
        .or(() -> beside(file, "preprocessor_config.json").flatMap(o -> preprocessor(file, o)))
        .or(() -> beside(file, "config.json").flatMap(o -> timm(file, o)))
        .orElse(UNKNOWN);
  }

  private static Optional<JsonObject> beside(Path weights, String name) {
    Path file = weights.resolveSibling(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      JsonElement content = parse(file, Files.readString(file));
      return content.isJsonObject() ? Optional.of(content.getAsJsonObject()) : Optional.empty();
    } catch (IOException e) {
      throw WeightsFile.unreadable(file, e);
    }
  }

  private static JsonElement parse(Path file, String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw (WeightsException)
          new WeightsException("weights %s: expected JSON; remove the file".formatted(file))
              .initCause(e);
    }
  }

  private static Optional<ImageProperties> preprocessor(Path file, JsonObject found) {
    return checked(file, found.get("image_mean"), found.get("image_std"), side(found.get("size")));
  }

  private static Optional<ImageProperties> timm(Path file, JsonObject found) {
    JsonElement inner = found.get("pretrained_cfg");
    JsonObject settings = inner != null && inner.isJsonObject() ? inner.getAsJsonObject() : found;
    JsonElement size = settings.get("input_size");
    boolean shaped = size instanceof JsonArray array && array.size() == CHANNELS;
    return checked(
        file,
        settings.get("mean"),
        settings.get("std"),
        shaped ? number(((JsonArray) size).get(CHANNELS - 1)) : OptionalInt.empty());
  }

  /** Return a size that is a number, or an object with a height or the length of an edge. */
  private static OptionalInt side(JsonElement size) {
    if (size instanceof JsonObject object) {
      JsonElement height = object.get("height");
      return number(height == null ? object.get("shortest_edge") : height);
    }
    return number(size);
  }

  private static OptionalInt number(JsonElement element) {
    boolean isNumber =
        element != null
            && element.isJsonPrimitive()
            && element.getAsString().matches("[1-9]\\d{0,8}");
    return isNumber ? OptionalInt.of(element.getAsInt()) : OptionalInt.empty();
  }

  private static Optional<ImageProperties> checked(
      Path file, JsonElement mean, JsonElement deviation, OptionalInt side) {
    if (mean == null || deviation == null) {
      return Optional.empty();
    }
    List<Double> center = channels(mean);
    List<Double> spread = channels(deviation);
    if (center.isEmpty()
        || spread.isEmpty()
        || spread.stream().anyMatch(value -> value <= 0)
        || side.orElse(1) > MAX_SIDE) {
      throw new WeightsException(
          ("weights %s: the images have mean %s, deviation %s, and %s pixels; expected three "
                  + "numbers, three numbers above 0, and at most %s pixels")
              .formatted(
                  file,
                  mean,
                  deviation,
                  side.isPresent() ? side.getAsInt() : "any number of",
                  MAX_SIDE));
    }
    return Optional.of(new ImageProperties(center, spread, side));
  }

  /** Return the numbers of {@code element}, or an empty list if it is not a list of three. */
  private static List<Double> channels(JsonElement element) {
    if (!(element instanceof JsonArray array) || array.size() != CHANNELS) {
      return List.of();
    }
    List<JsonElement> items = StreamSupport.stream(array.spliterator(), false).toList();
    boolean numbers =
        items.stream()
            .allMatch(item -> item.isJsonPrimitive() && item.getAsJsonPrimitive().isNumber());
    return numbers ? items.stream().map(JsonElement::getAsDouble).toList() : List.of();
  }
}
