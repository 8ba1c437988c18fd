package io.github.greenscreen.cli.support;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageMemory;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.ImageSets;
import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.data.split.Splits;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Checks the images before anything is trained or written, so that a study fails early.
 *
 * @param folder folder of the data set; empty for the cache
 * @param limit number of images to use; empty for all
 * @param seed seed of the subset and the split
 * @param progress receives sentences about the images and about work that takes long
 */
public record DataSetPreflight(
    Optional<Path> folder, OptionalInt limit, long seed, Consumer<String> progress) {
  private static final String PARTITIONING = "partitioning";
  private static final String SIZE = "image_size";

  /** Check the images that a new run of {@code plan} with {@code status} would use. */
  public static void of(RunPlan plan, RunStatus status, Consumer<String> progress) {
    Optional<Path> folder = Optional.of(status.data()).filter(f -> !f.isEmpty()).map(Path::of);
    new DataSetPreflight(folder, status.limit(), plan.seed().orElseThrow(), progress)
        .of(plan.dataset(), values(plan, PARTITIONING), values(plan, SIZE));
  }

  private static List<String> values(RunPlan plan, String name) {
    return plan.configuration().find(name).map(List::of).orElse(List.of());
  }

  /**
   * Read the files of data set {@code name} and split its images by each of {@code partitionings}.
   *
   * @param sizes values of {@code image_size}; images are read in the first of them, and must fit
   *     into memory in all. An empty list means the default
   * @throws DataException if files are missing or broken, or there are too few images
   */
  public void of(String name, Collection<String> partitionings, List<String> sizes) {
    String usual = HyperparameterRegistry.defaultValue(SIZE);
    List<String> sides = sizes.isEmpty() ? List.of(usual) : sizes;
    // The full set of generated images is always available and large enough.
    if (name.equals("shapes") && limit.isEmpty() && sides.equals(List.of(usual))) {
      return;
    }
    ImageSet all = DataSets.open(name, folder, Integer.parseInt(sides.get(0)), progress);
    sides.forEach(side -> ImageMemory.demand(all.name(), all.size(), Integer.parseInt(side)));
    ImageSet images = limit.isPresent() ? ImageSets.limit(all, limit.getAsInt(), seed) : all;
    List<Partition> parsed =
        partitionings.stream().flatMap(text -> Partition.parse(text).stream()).toList();
    if (images.given().hasValidation() && parsed.stream().anyMatch(Partition::isJoined)) {
      explainJoined(images);
    } else {
      explain(images, partitionings);
    }
    parsed.forEach(partition -> Splits.draw(images, partition, seed));
  }

  private void explainJoined(ImageSet images) {
    progress.accept(
        images.name()
            + ": the images of the folder val are trained on too"
            + (images.given().hasTest()
                ? ""
                : "; without a folder test, nothing measures the trained network"));
  }

  /** Tell which splits the data set defines, and refuse to vary what then has no effect. */
  private void explain(ImageSet images, Collection<String> partitionings) {
    GivenSplits given = images.given();
    if (given.hasValidation() && partitionings.size() > 1) {
      throw new DataException(
          ("%s: the folder val holds the validation images, so partitioning has no effect, but it "
                  + "has %s values: %s; fix it, for instance with --set partitioning=80-10-10")
              .formatted(images.name(), partitionings.size(), String.join(", ", partitionings)));
    }
    if (given.hasValidation() && given.hasTest()) {
      progress.accept(
          images.name()
              + ": the folders val and test hold the validation and test images; partitioning has "
              + "no effect");
    } else if (given.hasValidation()) {
      progress.accept(
          images.name()
              + ": the folder val holds the validation images; partitioning has no effect, and "
              + "without a folder test there is no test accuracy");
    } else if (given.hasTest()) {
      progress.accept(
          images.name()
              + ": the folder test holds the test images; the test share of partitioning has no "
              + "effect");
    }
  }
}
