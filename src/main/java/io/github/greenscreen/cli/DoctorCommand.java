package io.github.greenscreen.cli;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.console.TextTable;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenscreen doctor}: what is there, what is missing and what to do about it. */
@Command(
    name = "doctor",
    description = {
      "Show what was found on this machine, what is missing and what to do about it.",
      "Returns 0 where training is possible. With --estimate, measure how long a study would take."
    })
final class DoctorCommand extends BaseCommand {
  @Option(
      names = "--estimate",
      description = "Train a few batches of each kind and say how long the study would take.")
  private boolean estimate;

  @Option(
      names = "-n",
      paramLabel = "N",
      converter = Count.class,
      description = "Configurations of the study to estimate (default: config.yaml).")
  private Integer count;

  @Mixin private SpaceOptions space;
  @Mixin private DataOptions data;

  @Override
  int execute() {
    if (estimate) {
      out().print(estimate().text());
      return ExitCode.DONE;
    }
    List<Finding> findings = new Checkup(parts(), data.folder()).findings();
    TextTable table = new TextTable("", "what", "found");
    findings.forEach(f -> table.row(f.verdict().sign(), f.subject(), f.found()));
    out().print(table);
    advise(findings);
    boolean broken = findings.stream().anyMatch(f -> f.verdict() == Finding.Verdict.BROKEN);
    return broken ? ExitCode.FAILURE : ExitCode.DONE;
  }

  private Estimate estimate() {
    Config config = space.read();
    Speeds speeds = new Speeds(parts().estimator().get(), data, err());
    int n = count == null ? config.runCap() : count;
    return Estimate.of(config, n, speeds::images, speeds::epochSeconds);
  }

  private void advise(List<Finding> findings) {
    List<Finding> advised = findings.stream().filter(f -> !f.advice().isEmpty()).toList();
    if (!advised.isEmpty()) {
      out().printf("%nWhat to do:%n");
      advised.forEach(finding -> out().printf("  %s: %s%n", finding.subject(), finding.advice()));
    }
  }
}
