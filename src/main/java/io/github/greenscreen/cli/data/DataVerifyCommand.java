package io.github.greenscreen.cli.data;

import io.github.greenscreen.cli.option.DataFolderOption;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.data.DataStore;
import io.github.greenscreen.data.FileCheck;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code greenscreen data verify}: checks whether the files of a data set are intact. */
@Command(
    name = "verify",
    description = "Verify every file of a data set; exit with 2 if any is missing or damaged.")
final class DataVerifyCommand extends BaseCommand {
  @Parameters(paramLabel = "NAME", description = "cifar10, cifar100, shapes or folder.")
  private String name;

  @Mixin private DataFolderOption data;

  @Override
  public int execute() {
    data.check(name);
    List<FileCheck> checks = DataStore.standard().verify(name, data.folder());
    print(
        Table.of(
            checks,
            Column.text("file", FileCheck::file),
            Column.right("bytes", check -> number(check.bytes())),
            Column.right("images", check -> number(check.records())),
            Column.text("SHA-256", check -> check.sha256().orElse(TextNumberFormat.MISSING))));
    List<String> problems = checks.stream().flatMap(check -> check.problem().stream()).toList();
    if (!problems.isEmpty()) {
      throw new DataException(String.join("\n", problems));
    }
    return ExitCode.DONE;
  }

  private static String number(OptionalLong number) {
    return number.isPresent()
        ? String.format(Locale.ROOT, "%,d", number.getAsLong())
        : TextNumberFormat.MISSING;
  }
}
