package io.github.greenscreen.training.checkpoint;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunStatus;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * The inputs that determine the numbers of a training, by name, so that a run never resumes from a
 * checkpoint with other inputs. They include the number of epochs, because a schedule may depend on
 * it.
 */
public final class Fingerprint {
  private static final String LIMIT = "limit";
  private static final String IMAGES = "pictures";
  private static final String NOTHING = "none";

  private Fingerprint() {}

  /** Return the inputs known before the images are loaded: configuration, seed, data set, limit. */
  public static Map<String, String> of(RunPlan plan, RunStatus status) {
    Map<String, String> asked = new LinkedHashMap<>(plan.whole().values());
    status.limit().ifPresent(limit -> asked.put(LIMIT, Integer.toString(limit)));
    return asked;
  }

  /** Return {@code asked} with a fingerprint of the images. */
  public static Map<String, String> with(Map<String, String> asked, ImageSet images) {
    CRC32C sum = new CRC32C();
    sum.update(images.pixels());
    sum.update(bytes(images));
    Map<String, String> all = new LinkedHashMap<>(asked);
    all.put(
        IMAGES, String.format(Locale.ROOT, "%d (checksum %08x)", images.size(), sum.getValue()));
    return all;
  }

  /** Return the labels in one byte each, as far as that is enough, and otherwise in two. */
  private static byte[] bytes(ImageSet images) {
    int width = images.classes().size() <= (1 << Byte.SIZE) ? 1 : 2;
    byte[] bytes = new byte[width * images.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (images.label(i / width) >> (Byte.SIZE * (i % width)));
    }
    return bytes;
  }

  /**
   * Return why the run of {@code folder} must not resume from a checkpoint with the inputs {@code
   * earlier}, or empty if it may. Images that are not loaded yet are not compared.
   */
  public static Optional<String> problem(
      RunFolder folder, Map<String, String> asked, Map<String, String> earlier) {
    Set<String> names = new LinkedHashSet<>(asked.keySet());
    names.addAll(earlier.keySet());
    if (!asked.containsKey(IMAGES)) {
      names.remove(IMAGES);
    }
    names.removeIf(name -> value(asked, name).equals(value(earlier, name)));
    return names.stream()
        .findFirst()
        .map(
            name ->
                ("run %s: %s is %s, but its checkpoint was trained with %s; restore that "
                        + "value, or delete %s to start over")
                    .formatted(
                        folder.name(),
                        name,
                        value(asked, name),
                        value(earlier, name),
                        folder.checkpoints().path()));
  }

  private static String value(Map<String, String> values, String name) {
    return values.getOrDefault(name, NOTHING);
  }
}
