package io.github.greenscreen.cli.data;

import io.github.greenscreen.cli.option.DataFolderOption;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.console.TextTable;
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
    TextTable table = new TextTable("", "data set", "found", "what to do");
    DataSetCheck.findings(data.folder())
        .forEach(f -> table.row(f.verdict().sign(), f.subject(), f.found(), f.advice()));
    out().print(table);
    return ExitCode.DONE;
  }
}
