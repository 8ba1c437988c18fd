package io.github.greenscreen.cli.support;

import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Option;

/** The base class of commands that read or write a runs folder. */
public abstract class RunsFolderCommand extends BaseCommand {
  private static final String RUNS = "--runs";

  @Option(
      names = RUNS,
      paramLabel = "DIR",
      order = 90,
      description = "Folder that holds the runs (default: runs).")
  private Path runs;

  /** Return the runs folder; {@code --runs} before the name of a nested command counts as well. */
  public final Path runs() {
    if (runs != null) {
      return runs;
    }
    return parent()
        .filter(RunsFolderCommand.class::isInstance)
        .map(outer -> ((RunsFolderCommand) outer).runs())
        .orElse(Path.of("runs"));
  }

  @Override
  final Set<String> inherited() {
    return Set.of(RUNS, "--verbose");
  }
}
