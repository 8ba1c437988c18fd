package io.github.greenscreen.cli.model;

import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.training.engine.ExportFormat;
import io.github.greenscreen.training.engine.TrainedNetworks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code greenscreen export}: writes the trained network of a run for other programs. */
@Command(
    name = "export",
    description = {
      "Write the trained network of a run as a file for other programs, and print its path.",
      "TorchScript and ONNX files map images between 0 and 1, [batch, 3, height, width], to",
      "logits; a safetensors file holds the weights alone, under the names of torchvision."
    })
public final class ExportCommand extends RunsFolderCommand {
  private static final String UNQUANTIZED = "--unquantized";

  @Parameters(paramLabel = "RUN", description = "Run number, such as 017 or 17.")
  private String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 10,
      required = true,
      converter = Format.class,
      description = "torchscript, safetensors, or onnx.")
  private ExportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      order = 11,
      description = {
        "File to write, replaced if it exists (default: in the folder of the",
        "run, for instance runs/017/model/resnet20.onnx)."
      })
  private Path output;

  @Option(
      names = UNQUANTIZED,
      order = 12,
      description = {
        "Export the network in floating point that the run has quantised; ONNX",
        "and safetensors cannot hold the quantised one."
      })
  private boolean unquantized;

  @Override
  public int execute() {
    RunNetwork network = RunNetwork.find(runs(), name);
    boolean quantized = network.isQuantized() && !unquantized;
    check(network, quantized);
    Path file = output == null ? standard(network) : output;
    if (Files.isDirectory(file)) {
      throw new UsageException("--output: %s is a folder; expected a file".formatted(file));
    }
    context()
        .networks()
        .get()
        .export(
            new TrainedNetworks.Export(
                network.folder(), format, quantized, Map.of("run", network.run())),
            file);
    out().println(file);
    return ExitCode.DONE;
  }

  private void check(RunNetwork network, boolean quantized) {
    if (unquantized && !network.isQuantized()) {
      throw new UsageException(
          "%s: run %s delivers no quantised network; remove it"
              .formatted(UNQUANTIZED, network.run()));
    }
    if (quantized && format != ExportFormat.TORCHSCRIPT) {
      throw new UsageException(
          ("run %s delivers a network in int8 (internal %s), which --format %s cannot hold; use "
                  + "--format torchscript, or %s for the network before quantisation")
              .formatted(network.run(), network.mode(), format.configName(), UNQUANTIZED));
    }
    if (quantized) {
      network.requireQuantized();
    }
  }

  private Path standard(RunNetwork network) {
    String suffix = network.isQuantized() && !unquantized ? "-int8" : "";
    return network
        .folder()
        .path()
        .resolve("%s%s.%s".formatted(network.model(), suffix, format.extension()));
  }

  /** Converts a format. */
  static final class Format implements ITypeConverter<ExportFormat> {
    @Override
    public ExportFormat convert(String text) {
      return Arrays.stream(ExportFormat.values())
          .filter(format -> format.configName().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "found \"%s\", expected one of %s".formatted(text, names())));
    }

    private static String names() {
      return Arrays.stream(ExportFormat.values())
          .map(ExportFormat::configName)
          .collect(Collectors.joining(", "));
    }
  }
}
