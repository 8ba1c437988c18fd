package io.github.greenscreen.cli.data;

import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.console.DownloadProgress;
import io.github.greenscreen.console.ProgressBar;
import io.github.greenscreen.data.DataStore;
import io.github.greenscreen.process.ExitCode;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code greenscreen data fetch}: downloads a data set from its official address into the cache.
 */
@Command(
    name = "fetch",
    description = {
      "Fetch a data set from its official address, verify it, and store it in the cache.",
      "An interrupted download resumes where it stopped."
    })
final class DataFetchCommand extends BaseCommand {
  @Parameters(paramLabel = "NAME", description = "cifar10 or cifar100.")
  private String name;

  @Override
  public int execute() throws InterruptedException {
    try (ProgressBar bar = new ProgressBar(err(), context().terminal())) {
      Path folder = DataStore.standard().fetch(name, new DownloadProgress(name, bar));
      out().println(folder);
    }
    return ExitCode.DONE;
  }
}
