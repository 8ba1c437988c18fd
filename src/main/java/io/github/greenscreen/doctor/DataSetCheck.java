package io.github.greenscreen.doctor;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks which data sets are on this machine. */
public final class DataSetCheck {
  private DataSetCheck() {}

  /** Check every data set in {@code folder}, or in the cache. */
  public static List<CheckResult> findings(Optional<Path> folder) {
    List<CheckResult> findings = new ArrayList<>();
    DataSets.names().stream()
        .filter(name -> !name.equals(DataSets.FOLDER) || DataSets.isAnyThere(name, folder))
        .forEach(name -> findings.add(finding(name, folder)));
    return findings;
  }

  private static CheckResult finding(String name, Optional<Path> folder) {
    try {
      ImageSet all = DataSets.open(name, folder);
      int images = all.given().training(all.size());
      return CheckResult.ok(name, String.format(Locale.ROOT, "%,d training images", images));
    } catch (DataException e) {
      if (DataSets.isAnyThere(name, folder)) {
        return CheckResult.missing(name, "damaged", e.getMessage());
      }
      return CheckResult.missing(
          name,
          "not found",
          "run 'greenscreen data fetch " + name + "', or pass its folder with --data");
    }
  }
}
