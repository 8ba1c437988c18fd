package io.github.greenscreen.cli;

import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.ImageSet;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code greenscreen data info}: what a data set holds. */
@Command(name = "info", description = "Show images and classes of a data set.")
final class DataInfoCommand extends BaseCommand {
  @Parameters(paramLabel = "NAME", description = "cifar10, cifar100 or shapes.")
  private String name;

  @Mixin private DataFolderOption data;

  @Override
  int execute() {
    ImageSet images = DataSets.open(name, data.folder());
    int[] counts = new int[images.classes().size()];
    for (byte label : images.labels()) {
      counts[Byte.toUnsignedInt(label)]++;
    }
    out()
        .printf(
            Locale.ROOT,
            "%s: %,d images of %d×%d pixels in %d classes%n",
            name,
            images.size(),
            ImageSet.SIDE,
            ImageSet.SIDE,
            counts.length);
    for (int i = 0; i < counts.length; i++) {
      out().printf(Locale.ROOT, "  %-20s %,7d%n", images.classes().get(i), counts[i]);
    }
    return ExitCode.DONE;
  }
}
