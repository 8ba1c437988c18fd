package io.github.greenscreen.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A build of PyTorch on this machine.
 *
 * @param folder folder of its libraries, absolute
 * @param version version of PyTorch, without a suffix such as {@code +cu128}
 * @param name {@code cpu}, or {@code cu} and the digits of the CUDA version such as {@code cu128}
 * @param problem why it cannot be used, as the end of a sentence; empty if it can
 */
public record Build(Path folder, String version, String name, Optional<String> problem) {
  /** A library that needs rdma-core, which most machines lack; PyTorch never opens it. */
  static final String RDMA = "libcufile_rdma";

  public Build {
    Objects.requireNonNull(folder);
    Objects.requireNonNull(version);
    Objects.requireNonNull(name);
    Objects.requireNonNull(problem);
  }

  /** Return the flavor of DJL's interface that fits: the one for CUDA works with every CUDA 12. */
  public Flavor flavor() {
    return name.equals(Flavor.CPU.configName()) ? Flavor.CPU : Flavor.CU128;
  }

  /** Return the version of CUDA it was built for, such as 12.8; empty for the CPU. */
  public Optional<String> cuda() {
    return flavor() == Flavor.CPU
        ? Optional.empty()
        : Optional.of(name.substring(2, name.length() - 1) + "." + name.charAt(name.length() - 1));
  }

  /** Return the total size of its files in bytes. */
  public long bytes() {
    return files().stream().mapToLong(Build::length).sum();
  }

  /** Return the libraries that DJL must not load, by name. */
  List<String> excluded() {
    return files().stream()
        .map(file -> file.getFileName().toString())
        .filter(file -> file.startsWith(RDMA))
        .sorted()
        .toList();
  }

  private List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }
}
