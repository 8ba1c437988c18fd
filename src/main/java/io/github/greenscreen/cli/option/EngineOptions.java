package io.github.greenscreen.cli.option;

import io.github.greenscreen.cli.converter.ChoiceConverter;
import io.github.greenscreen.cli.support.CliContext;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.console.DownloadProgress;
import io.github.greenscreen.console.ProgressBar;
import io.github.greenscreen.engine.EngineChoice;
import io.github.greenscreen.engine.EngineRequest;
import io.github.greenscreen.sweep.launch.DeviceHolder;
import io.github.greenscreen.sweep.launch.LocalLauncher;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that select the build of PyTorch and the device. */
public class EngineOptions {
  private static final String CPU = "cpu";

  @Option(
      names = EngineChoice.ENGINE,
      paramLabel = "DIR",
      order = 22,
      converter = Folder.class,
      description = {
        "Folder of PyTorch 2.7.1: from 'greenscreen engine fetch', from DJL's",
        "cache, or the lib folder of a torch package installed with pip",
        "(default: GREENSCREEN_ENGINE, else the build that suits the machine)."
      })
  private Path engine;

  @Option(
      names = EngineChoice.DEVICE,
      paramLabel = "DEVICE",
      order = 23,
      converter = Device.class,
      description = {
        "auto: train on the GPU if there is one; cpu: train on the CPU with the",
        "bundled PyTorch (default: auto)."
      })
  private String device;

  /** Reason for {@code --device cpu}, passed on by a parent process. */
  @Option(names = EngineChoice.BECAUSE, hidden = true)
  private String because;

  /** Return the request that the options describe. */
  public EngineRequest request() {
    return new EngineRequest(
        folder(), CPU.equals(device), Optional.ofNullable(because), isChild(System.getenv()));
  }

  /** Return whether the user requested the CPU. */
  public boolean isCpu() {
    return CPU.equals(device);
  }

  /** Return whether a parent process has already chosen the engine. */
  private static boolean isChild(Map<String, String> environment) {
    return environment.containsKey(LocalLauncher.PARENT)
        || environment.containsKey(LocalLauncher.WATCHED);
  }

  /** Return the folder; absolute, because a run may be started from another folder. */
  public Optional<Path> folder() {
    return Optional.ofNullable(engine).map(path -> path.toAbsolutePath().normalize());
  }

  /**
   * Choose the build, and fetch it if it is missing.
   *
   * @param err receives the progress of the download
   */
  public EngineChoice choose(CliContext context, PrintWriter err) {
    try (ProgressBar bar = new ProgressBar(err, context.terminal())) {
      return context
          .engines()
          .choose(request(), new DownloadProgress("PyTorch for CUDA 12.8", bar))
          .withConvolutions(forbidsTf32());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UsageException("interrupted while fetching PyTorch; the next fetch resumes");
    }
  }

  /** Choose the build and activate it in this process. */
  public void use(CliContext context, PrintWriter err) {
    context.engines().use(choose(context, err));
  }

  /** Return whether GPUs must use full float32 precision in convolutions. */
  boolean forbidsTf32() {
    return false;
  }

  /**
   * Return the holder of the GPU that {@code choice} trains on; {@link DeviceHolder#NONE} for a
   * CPU.
   */
  public DeviceHolder holder(CliContext context, EngineChoice choice) {
    if (choice.isCpu()) {
      return DeviceHolder.NONE;
    }
    context.engines().use(choice);
    return context.holder();
  }

  /** Converts a folder; persisted options use it too. */
  static final class Folder implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("found \"" + text + "\", expected a folder");
      }
    }
  }

  /** Converts a device. */
  static final class Device extends ChoiceConverter {
    Device() {
      super("auto", CPU);
    }
  }
}
