package io.github.greenscreen.cli.data;

import io.github.greenscreen.cli.option.DataFolderOption;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.doctor.CheckResult;
import io.github.greenscreen.doctor.DataSetCheck;
import io.github.greenscreen.process.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenscreen data}: lists the data sets on this machine. */
@Command(
    name = "data",
    subcommands = {DataFetchCommand.class, DataVerifyCommand.class, DataInfoCommand.class},
    description =
        "Fetch, verify and describe data sets; without a subcommand, list those that are "
            + "installed.")
public final class DataCommand extends BaseCommand {
  @Mixin private DataFolderOption data;

  @Override
  public int execute() {
    print(CheckResult.table("data set", DataSetCheck.findings(data.folder())));
    return ExitCode.DONE;
  }
}
