package io.github.greenscreen.cli;

import io.github.greenscreen.data.DataSets;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code greenscreen data verify}: whether the files of a data set are whole. */
@Command(
    name = "verify",
    description = "Read every record of a data set and say whether its files are whole.")
final class DataVerifyCommand extends BaseCommand {
  @Parameters(paramLabel = "NAME", description = "cifar10, cifar100 or shapes.")
  private String name;

  @Mixin private DataFolderOption data;

  @Override
  int execute() {
    int training = DataSets.open(name, data.folder()).size();
    int test = DataSets.openTest(name, data.folder()).size();
    out()
        .printf(
            Locale.ROOT, "%s is whole: %,d training and %,d test images%n", name, training, test);
    return ExitCode.DONE;
  }
}
