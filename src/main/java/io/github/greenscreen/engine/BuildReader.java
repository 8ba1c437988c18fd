package io.github.greenscreen.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises builds of PyTorch in folders: fetched by this program or by DJL, the {@code torch}
 * folder of a Python installation, or an unpacked libtorch.
 */
final class BuildReader {
  /** The library that DJL looks for. */
  static final String MAIN = System.mapLibraryName("torch");

  private static final List<String> COMMON = List.of("torch", "torch_cpu", "c10");
  private static final List<String> CUDA = List.of("torch_cuda", "c10_cuda");

  private static final Pattern DJL_NAME =
      Pattern.compile("(\\d+\\.\\d+\\.\\d+)(?:-\\d+)?-(cpu|cu\\d+)(?:-precxx11)?-\\w+-\\w+");
  private static final Pattern PIP_VERSION =
      Pattern.compile(
          "(?m)^__version__(?::\\s*\\w+)?\\s*=\\s*['\"](\\d[^+'\"]*)(?:\\+([\\w.]+))?['\"]");
  private static final Pattern PIP_CUDA =
      Pattern.compile("(?m)^cuda(?::[^=]+)?\\s*=\\s*['\"](\\d+)\\.(\\d+)['\"]");
  private static final Pattern LIBTORCH_VERSION = Pattern.compile("(\\d[^+]*)(?:\\+(\\w+))?");

  private final EngineVariables settings;
  private final String fallback;

  /**
   * Create a reader that takes version and flavor from {@code settings} if a folder does not state
   * them.
   */
  BuildReader(EngineVariables settings) {
    this(settings, "");
  }

  private BuildReader(EngineVariables settings, String fallback) {
    this.settings = settings;
    this.fallback = fallback;
  }

  /** Return a reader that assumes the right version if a folder does not state it. */
  BuildReader trusting() {
    return new BuildReader(settings, Flavor.PYTORCH);
  }

  /**
   * Return the build in {@code folder}.
   *
   * @param source the option or variable that names the folder, such as {@code --engine}
   * @throws EngineException if it contains no usable build
   */
  Build read(Path folder, String source) {
    Path named = folder.toAbsolutePath().normalize();
    List<Build> builds = below(named);
    if (builds.isEmpty()) {
      throw new EngineException(
          ("%s: neither %s nor its lib folder contains %s; expected a folder from "
                  + "'greenscreen engine fetch', DJL's cache folder, or the lib folder of a "
                  + "pip-installed torch %s")
              .formatted(source, named, MAIN, Flavor.PYTORCH));
    }
    Optional<Build> usable = builds.stream().filter(b -> b.problem().isEmpty()).findFirst();
    return usable.orElseThrow(() -> unusable(builds.get(0), source));
  }

  private static EngineException unusable(Build build, String source) {
    return new EngineException(
        "%s: %s cannot be used: %s".formatted(source, build.folder(), build.problem().orElse("")));
  }

  /** Return the builds in {@code folder} and its known subfolders, those for GPUs first. */
  private List<Build> below(Path folder) {
    for (Path place : List.of(folder, folder.resolve("lib"))) {
      if (Files.exists(place.resolve(MAIN)) || Manifest.read(place).isPresent()) {
        return List.of(read(place));
      }
    }
    List<Build> builds = new ArrayList<>(children(folder));
    builds.addAll(children(folder.resolve("pytorch")));
    return builds;
  }

  /** Return the builds in DJL-like subfolders of {@code folder}, those for GPUs first. */
  List<Build> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> DJL_NAME.matcher(child.getFileName().toString()).matches())
          .filter(child -> Files.exists(child.resolve(MAIN)) || Manifest.read(child).isPresent())
          .map(this::read)
          .sorted((a, b) -> b.name().compareTo(a.name()))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Return the build whose libraries are in {@code folder}, usable or not. */
  private Build read(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    Optional<Manifest> manifest = Manifest.read(absolute);
    if (manifest.isPresent()) {
      Manifest what = manifest.get();
      return checked(absolute, what.version(), what.flavor().configName(), what.damaged(absolute));
    }
    Label label =
        pip(absolute)
            .or(() -> libtorch(absolute))
            .or(() -> djl(absolute))
            .orElseGet(() -> told(absolute));
    return checked(absolute, label.version(), label.name(), missing(absolute, label.name()));
  }

  private static Build checked(Path folder, String version, String name, List<String> missing) {
    return new Build(folder, version, name, problem(version, name, missing));
  }

  private static Optional<String> problem(String version, String name, List<String> missing) {
    if (version.isEmpty()) {
      return Optional.of(
          "its version is unknown; if it is PyTorch %s, set PYTORCH_VERSION=%s"
              .formatted(Flavor.PYTORCH, Flavor.PYTORCH));
    }
    if (!version.equals(Flavor.PYTORCH)) {
      return Optional.of(
          "it is PyTorch %s, expected %s, the version that DJL supports"
              .formatted(version, Flavor.PYTORCH));
    }
    if (!name.matches("cpu|cu12\\d")) {
      return Optional.of("it is built for %s, expected CPU or CUDA 12".formatted(name));
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "it is incomplete: %s is missing or has the wrong size; fetch it again"
                .formatted(missing.get(0)));
  }

  private static List<String> missing(Path folder, String name) {
    Stream<String> needed =
        name.equals(Flavor.CPU.configName())
            ? COMMON.stream()
            : Stream.concat(COMMON.stream(), CUDA.stream());
    return needed
        .map(System::mapLibraryName)
        .filter(file -> Files.notExists(folder.resolve(file)))
        .toList();
  }

  /** Read {@code version.py} of a Python package whose libraries are in {@code folder}. */
  private static Optional<Label> pip(Path folder) {
    return text(folder.resolveSibling("version.py"))
        .flatMap(
            text -> {
              Matcher version = PIP_VERSION.matcher(text);
              if (!version.find()) {
                return Optional.empty();
              }
              Matcher cuda = PIP_CUDA.matcher(text);
              String built = cuda.find() ? "cu" + cuda.group(1) + cuda.group(2) : "cpu";
              String suffix = version.group(2) == null ? built : version.group(2);
              return Optional.of(new Label(version.group(1), named(suffix, built)));
            });
  }

  /** Use the suffix of a version such as {@code 2.7.1+rocm6.3} if it names a device. */
  private static String named(String suffix, String built) {
    return suffix.startsWith("rocm") || suffix.startsWith("xpu") ? suffix : built;
  }

  /** Read {@code build-version} of PyTorch's own archive for C++. */
  private static Optional<Label> libtorch(Path folder) {
    return text(folder.resolveSibling("build-version"))
        .map(text -> LIBTORCH_VERSION.matcher(text.strip()))
        .filter(Matcher::matches)
        .map(m -> new Label(m.group(1), m.group(2) == null ? guessed(folder) : m.group(2)));
  }

  private static Optional<Label> djl(Path folder) {
    Matcher name = DJL_NAME.matcher(folder.getFileName().toString());
    return name.matches() ? Optional.of(new Label(name.group(1), name.group(2))) : Optional.empty();
  }

  private Label told(Path folder) {
    return new Label(
        settings.get(EngineVariables.VERSION).orElse(fallback),
        settings.get(EngineVariables.FLAVOR).orElseGet(() -> guessed(folder)));
  }

  private static String guessed(Path folder) {
    boolean cuda = Files.exists(folder.resolve(System.mapLibraryName("torch_cuda")));
    return (cuda ? Flavor.CU128 : Flavor.CPU).configName();
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The version and name that a folder states; the version is empty if it states none. */
  private record Label(String version, String name) {}
}
