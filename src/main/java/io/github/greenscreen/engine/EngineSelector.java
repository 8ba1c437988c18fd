package io.github.greenscreen.engine;

import io.github.greenscreen.power.nvidia.Gpu;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides which build of PyTorch trains on this machine; fetches and changes nothing. */
final class EngineSelector {
  private static final String CPU_ASKED = "--device cpu was given";

  private final Host host;
  private final EngineVariables settings;
  private final BuildReader reader;
  private final GpuObstacle obstacle;

  EngineSelector(Host host) {
    this.host = host;
    this.settings = host.settings();
    this.reader = new BuildReader(settings);
    this.obstacle = new GpuObstacle(host);
  }

  /**
   * Decide which build trains.
   *
   * @return the choice, or empty if the build for the GPU is needed and not installed
   * @throws EngineException if a folder or variable names an unusable build
   */
  Optional<EngineChoice> decide(EngineRequest request) {
    refuseUnknown(EngineVariables.FLAVOR, Flavor.parse(flavor().orElse("cpu")).isPresent());
    refuseUnknown(EngineVariables.VERSION, version().startsWith(Flavor.PYTORCH));
    if (request.cpu()) {
      return Optional.of(cpu(request));
    }
    Optional<Named> named = named(request);
    if (named.isPresent()) {
      return Optional.of(named(named.get(), request));
    }
    return flavor().filter(Flavor.CPU.configName()::equals).isPresent()
        ? Optional.of(EngineChoice.withoutGpu("PYTORCH_FLAVOR is cpu", true))
        : byGpu();
  }

  /** Return the names of the visible GPUs. */
  String gpuNames() {
    return host.gpus().get().stream().map(Gpu::name).collect(Collectors.joining(", "));
  }

  private Optional<String> flavor() {
    return settings.get(EngineVariables.FLAVOR);
  }

  private String version() {
    return settings.get(EngineVariables.VERSION).orElse(Flavor.PYTORCH);
  }

  private void refuseUnknown(String variable, boolean known) {
    if (!known) {
      String expected =
          variable.equals(EngineVariables.FLAVOR)
              ? "cpu or cu128, the builds that are published for PyTorch " + Flavor.PYTORCH
              : Flavor.PYTORCH + ", the version that DJL supports";
      throw new EngineException(
          "%s is \"%s\", expected %s; change or unset it"
              .formatted(variable, settings.get(variable).orElse(""), expected));
    }
  }

  /** Use the build of the distribution, unless {@code --engine} names another for the CPU. */
  private EngineChoice cpu(EngineRequest request) {
    Optional<Build> build = request.folder().map(f -> reader.read(f, EngineChoice.ENGINE));
    if (build.isPresent() && build.get().flavor() != Flavor.CPU) {
      throw new EngineException(
          ("--device cpu: the build in %s is for CUDA; remove --engine to train with the "
                  + "CPU build of the distribution")
              .formatted(build.get().folder()));
    }
    String reason = request.because().orElse(CPU_ASKED);
    return new EngineChoice(build, reason, Optional.of(reason), request.because().isEmpty(), false);
  }

  private Optional<Named> named(EngineRequest request) {
    return request
        .folder()
        .map(folder -> new Named(folder, EngineChoice.ENGINE))
        .or(
            () ->
                settings
                    .path(EngineVariables.ENGINE)
                    .map(f -> new Named(f, EngineVariables.ENGINE)))
        .or(() -> settings.get(EngineVariables.LIBRARY_PATH).map(EngineSelector::libraryPath));
  }

  private static Named libraryPath(String value) {
    return new Named(
        EngineVariables.libraryFolder(value).orElseGet(() -> Path.of(value)),
        EngineVariables.LIBRARY_PATH);
  }

  private EngineChoice named(Named named, EngineRequest request) {
    Build build = read(named);
    String reason = named.source() + " names it";
    List<Gpu> gpus = request.decided() ? List.of() : host.gpus().get();
    if (build.flavor() == Flavor.CPU) {
      return new EngineChoice(Optional.of(build), reason, cpuBuild(build, gpus), false, false);
    }
    if (request.decided()) {
      return EngineChoice.of(build, reason);
    }
    return obstacle
        .against(build.name(), gpus)
        .map(sentence -> EngineChoice.withoutGpu(sentence, false))
        .orElseGet(() -> EngineChoice.of(build, reason));
  }

  private static Optional<String> cpuBuild(Build build, List<Gpu> gpus) {
    return Optional.of("the PyTorch in %s is for the CPU".formatted(build.folder()))
        .filter(reason -> !gpus.isEmpty());
  }

  /** Libraries in PYTORCH_LIBRARY_PATH have always been assumed to have the right version. */
  private Build read(Named named) {
    if (!named.source().equals(EngineVariables.LIBRARY_PATH)) {
      return reader.read(named.folder(), named.source());
    }
    return reader.trusting().read(named.folder(), named.source());
  }

  private Optional<EngineChoice> byGpu() {
    List<Gpu> gpus = host.gpus().get();
    if (gpus.isEmpty()) {
      return Optional.of(EngineChoice.bundled("no NVIDIA GPU is visible"));
    }
    if (!host.platform().hasCuda()) {
      return Optional.of(
          EngineChoice.withoutGpu("PyTorch for CUDA is published for Linux on x86-64 only", false));
    }
    Optional<String> against = obstacle.against(Flavor.CU128.configName(), gpus);
    return against.isPresent()
        ? against.map(reason -> EngineChoice.withoutGpu(reason, false))
        : installed().map(build -> EngineChoice.of(build, "it is for the GPU and installed"));
  }

  /** Return the first usable build for GPUs in the default folders. */
  private Optional<Build> installed() {
    return host.folders().all().stream()
        .flatMap(folder -> reader.children(folder).stream())
        .filter(build -> build.name().equals(Flavor.CU128.configName()))
        .filter(build -> build.problem().isEmpty())
        .findFirst();
  }

  /** A folder and the option or variable that names it. */
  private record Named(Path folder, String source) {}
}
