package io.github.greenscreen.cli.support;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.ImageSets;
import io.github.greenscreen.data.split.Partition;
import io.github.greenscreen.data.split.Splits;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunStatus;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Checks the images before anything is trained or written, so that a study fails early.
 *
 * @param folder folder of the data set; empty for the cache
 * @param limit number of images to use; empty for all
 * @param seed seed of the subset and the split
 */
public record DataSetPreflight(Optional<Path> folder, OptionalInt limit, long seed) {

  /** Check the images that a new run of {@code plan} with {@code status} would use. */
  public static void of(RunPlan plan, RunStatus status) {
    Optional<Path> folder = Optional.of(status.data()).filter(f -> !f.isEmpty()).map(Path::of);
    Optional<String> partitioning = plan.configuration().find("partitioning");
    new DataSetPreflight(folder, status.limit(), plan.seed().orElseThrow())
        .of(plan.dataset(), partitioning.map(List::of).orElse(List.of()));
  }

  /**
   * Read the files of data set {@code name} and split its images by each of {@code partitionings}.
   *
   * @throws DataException if files are missing or broken, or there are too few images
   */
  public void of(String name, Collection<String> partitionings) {
    // The full set of generated images is always available and large enough.
    if (name.equals("shapes") && limit.isEmpty()) {
      return;
    }
    ImageSet all = DataSets.open(name, folder);
    ImageSet images = limit.isPresent() ? ImageSets.limit(all, limit.getAsInt(), seed) : all;
    partitionings.stream()
        .flatMap(text -> Partition.parse(text).stream())
        .forEach(partition -> Splits.draw(images, partition, seed));
  }
}
