package io.github.greenscreen.cli;

import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.data.DataInfo;
import io.github.greenscreen.data.DataStore;
import io.github.greenscreen.data.ImageSet;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code greenscreen data info}: what a data set holds. */
@Command(name = "info", description = "Show the images and classes of a data set.")
final class DataInfoCommand extends BaseCommand {
  @Parameters(paramLabel = "NAME", description = "cifar10, cifar100 or shapes.")
  private String name;

  @Mixin private DataFolderOption data;

  @Override
  int execute() {
    DataInfo info = DataStore.standard().info(name, data.folder());
    out()
        .printf(
            Locale.ROOT,
            "%s: %,d training and %,d test images of %dx%d pixels in %d classes, %s%n%n",
            name,
            info.trainingImages(),
            info.testImages(),
            ImageSet.SIDE,
            ImageSet.SIDE,
            info.classes().size(),
            info.folder().map(folder -> "in " + folder).orElse("drawn by the program"));
    TextTable table = new TextTable("class", ">training", ">test");
    for (int i = 0; i < info.classes().size(); i++) {
      table.row(info.classes().get(i), info.training().get(i), info.test().get(i));
    }
    out().print(table);
    return ExitCode.DONE;
  }
}
