package io.github.greenscreen.engine;

import io.github.greenscreen.download.DownloadListener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Manages the builds of PyTorch on this machine: lists the installed ones, decides which one
 * trains, and fetches a missing one.
 */
public final class Engines {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Host host;
  private final Duration timeout;

  /** Create a manager of the builds on {@code host}. */
  public Engines(Host host) {
    this(host, PATIENCE);
  }

  Engines(Host host, Duration timeout) {
    this.host = host;
    this.timeout = timeout;
  }

  /** Return whether an NVIDIA GPU is visible, whatever its capabilities. */
  public boolean hasGpu() {
    return !host.gpus().get().isEmpty();
  }

  /**
   * Decide which build trains; fetches and changes nothing.
   *
   * @return the choice, or empty if the build for the GPU is needed and not installed
   * @throws EngineException if a folder or variable names an unusable build
   */
  public Optional<EngineChoice> decide(EngineRequest request) {
    return new EngineSelector(host).decide(request);
  }

  /**
   * Decide which build trains, and fetch the one for the GPU if it is needed and not installed.
   *
   * @throws EngineException if no build can train
   */
  public EngineChoice choose(EngineRequest request, DownloadListener listener)
      throws InterruptedException {
    Optional<EngineChoice> choice = decide(request);
    return choice.isPresent() ? choice.get() : fetchForGpu(request, listener);
  }

  private EngineChoice fetchForGpu(EngineRequest request, DownloadListener listener)
      throws InterruptedException {
    try {
      fetch(Flavor.CU128, standard(Flavor.CU128), listener);
    } catch (EngineException e) {
      throw new EngineException(
          missing() + ", and fetching it failed: " + e.getMessage() + waysOut(), e);
    }
    return decide(request).orElseThrow(() -> new EngineException(missing() + waysOut()));
  }

  /** Return the message for a machine that has a GPU and no build for it. */
  public String missingSentence() {
    return missing() + waysOut();
  }

  private String missing() {
    return "PyTorch for the GPU (%s) is missing: found no %s in %s or %s"
        .formatted(
            new EngineSelector(host).gpuNames(),
            System.mapLibraryName("torch_cuda"),
            standard(Flavor.CU128),
            host.folders().djl().resolve(standard(Flavor.CU128).getFileName()));
  }

  private static String waysOut() {
    return "; run 'greenscreen engine fetch --flavor cu128 --to DIR' on a machine with a network "
        + "and select DIR with --engine or GREENSCREEN_ENGINE, select the lib folder of a "
        + "pip-installed torch "
        + Flavor.PYTORCH
        + " in the same way, or train on the CPU with --device cpu";
  }

  /** Make DJL use {@code choice} in this process. Call it before the engine is first used. */
  public void use(EngineChoice choice) {
    choice.apply(host.settings(), host.properties());
  }

  /** Return the folder that {@code flavor} is fetched into unless another is named. */
  public Path standard(Flavor flavor) {
    return host.folders().standard(flavor, host.platform());
  }

  /**
   * Fetch {@code flavor} into {@code folder}, unless it is complete.
   *
   * @return the folder, absolute
   * @throws EngineException if the fetch fails; the bytes received are kept
   */
  public Path fetch(Flavor flavor, Path folder, DownloadListener listener)
      throws InterruptedException {
    if (flavor == Flavor.CU128 && !host.platform().hasCuda()) {
      throw new EngineException(
          ("PyTorch for CUDA is published for linux-x86_64 only, found %s; fetch it on such "
                  + "a machine")
              .formatted(host.platform().classifier()));
    }
    return new EngineFetcher(base(), host.platform(), timeout).fetch(flavor, folder, listener);
  }

  private URI base() {
    return host.settings()
        .get(EngineVariables.MIRROR)
        .map(Engines::mirror)
        .orElse(EngineFetcher.OFFICIAL);
  }

  private static URI mirror(String text) {
    if (!text.matches("https?://[^\\s<>\"{}|\\\\^`]+")) {
      throw new EngineException(
          "%s is \"%s\", expected the address of a folder with files.txt, such as %s"
              .formatted(EngineVariables.MIRROR, text, EngineFetcher.OFFICIAL));
    }
    return URI.create(text.endsWith("/") ? text : text + "/");
  }

  /** Return the builds in the default folders, usable or not. */
  public List<Build> installed() {
    BuildReader reader = new BuildReader(host.settings());
    return host.folders().all().stream()
        .flatMap(folder -> reader.children(folder).stream())
        .toList();
  }

  /** Return the archive of the distribution's CPU build. */
  public Optional<Path> bundled() {
    return BundledBuild.archive();
  }
}
