package io.github.greenscreen.cli;

import io.github.greenscreen.data.DataException;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.ImageSet;
import io.github.greenscreen.data.ImageSets;
import io.github.greenscreen.data.Partition;
import io.github.greenscreen.data.Splits;
import io.github.greenscreen.run.RunPlan;
import io.github.greenscreen.run.RunStatus;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Looks at the images before anything is trained or written, so that a study fails before it
 * starts.
 *
 * @param folder of the data set; empty for the cache
 * @param limit how many images are used; empty for all
 * @param seed chooses and divides them
 */
record DataSetPreflight(Optional<Path> folder, OptionalInt limit, long seed) {

  /** Look at what the new run of {@code plan} with {@code status} would train on. */
  static void of(RunPlan plan, RunStatus status) {
    Optional<Path> folder = Optional.of(status.data()).filter(f -> !f.isEmpty()).map(Path::of);
    Optional<String> partitioning = plan.configuration().find("partitioning");
    new DataSetPreflight(folder, status.limit(), plan.seed())
        .of(plan.dataset(), partitioning.map(List::of).orElse(List.of()));
  }

  /**
   * Read the files of the data set {@code name} and divide its images by every one of {@code
   * partitionings}.
   *
   * @throws DataException where files are missing or broken, or the images too few
   */
  void of(String name, Collection<String> partitionings) {
    // All of the drawn images are always there and always enough.
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
