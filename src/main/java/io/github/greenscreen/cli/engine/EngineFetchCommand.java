package io.github.greenscreen.cli.engine;

import io.github.greenscreen.cli.converter.ChoiceConverter;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.console.DownloadProgress;
import io.github.greenscreen.console.ProgressBar;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.engine.Flavor;
import io.github.greenscreen.process.ExitCode;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code greenscreen engine fetch}: downloads a build of PyTorch from DJL's server. */
@Command(
    name = "fetch",
    description = {
      "Fetch a build of PyTorch 2.7.1 from DJL's server and print its folder.",
      "An interrupted download resumes where it stopped; a damaged folder is repaired.",
      "For a machine without a network, copy the folder and select it with --engine or",
      "GREENSCREEN_ENGINE."
    })
final class EngineFetchCommand extends BaseCommand {
  @Option(
      names = "--flavor",
      paramLabel = "FLAVOR",
      defaultValue = "cu128",
      converter = FlavorName.class,
      description =
          "cu128: for NVIDIA GPUs, with CUDA 12.8; cpu: for the CPU only (default: cu128).")
  private String flavor;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Target folder (default: a folder of the cache).")
  private Path folder;

  @Override
  public int execute() throws InterruptedException {
    Engines engines = context().engines();
    Flavor wanted = Flavor.parse(flavor).orElseThrow();
    Path target = folder == null ? engines.standard(wanted) : folder;
    try (ProgressBar bar = new ProgressBar(err(), context().terminal())) {
      String name = "PyTorch for " + wanted.target();
      out().println(engines.fetch(wanted, target, new DownloadProgress(name, bar)));
    }
    return ExitCode.DONE;
  }

  /** Converts a flavor. */
  static final class FlavorName extends ChoiceConverter {
    FlavorName() {
      super(Flavor.CU128.configName(), Flavor.CPU.configName());
    }
  }
}
