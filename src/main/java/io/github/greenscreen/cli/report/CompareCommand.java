package io.github.greenscreen.cli.report;

import io.github.greenscreen.cli.option.FormatOption;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.summary.Json;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code greenscreen compare}: prints completed runs side by side. */
@Command(
    name = "compare",
    description = {
      "Compare completed runs: the parameters that tell them apart, accuracy and macro F1,",
      "sparsity and stored size, time and energy. The columns smaller, faster and cheaper",
      "divide compressed size, time and energy of the first run of the same model by those",
      "of each run."
    })
public final class CompareCommand extends RunsFolderCommand {
  @Parameters(
      paramLabel = "RUN",
      arity = "0..*",
      description = "Run numbers in the order of the table (default: all completed runs).")
  private List<String> names = List.of();

  @Mixin private FormatOption format;

  @Override
  public int execute() {
    Table<?> table = ComparisonTable.of(names.isEmpty() ? completed() : named());
    if (format.isJson()) {
      out().println(Json.of(JsonObject.list(table)));
    } else {
      print(table);
    }
    return ExitCode.DONE;
  }

  private List<RunRecord> completed() {
    List<RunRecord> runs =
        RunLoader.someReadable(runs()).stream()
            .filter(run -> run.status().state() == RunState.COMPLETED)
            .toList();
    if (runs.isEmpty()) {
      throw new UsageException(
          "%s: none of its runs is completed; expected at least one to compare".formatted(runs()));
    }
    return runs;
  }

  private List<RunRecord> named() {
    Set<String> seen = new HashSet<>();
    return names.stream()
        .map(
            name -> {
              RunRecord run = read(name);
              if (!seen.add(run.name())) {
                throw new UsageException(
                    "run %s is named twice; name it once".formatted(run.name()));
              }
              return run;
            })
        .toList();
  }

  private RunRecord read(String name) {
    RunFolder folder =
        new RunStore(runs())
            .find(name)
            .orElseThrow(() -> new UsageException(RunsShowCommand.absent(name, runs())));
    RunRecord run = RunLoader.read(folder);
    if (run.status().state() != RunState.COMPLETED) {
      throw new UsageException(
          "run %s is %s; only completed runs can be compared"
              .formatted(run.name(), run.status().state().configName()));
    }
    return run;
  }
}
