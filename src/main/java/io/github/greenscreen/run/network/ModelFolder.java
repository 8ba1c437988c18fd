package io.github.greenscreen.run.network;

import io.github.greenscreen.run.io.AtomicFile;
import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder {@code model} of a run: its trained network, and the quantised one if there is one.
 */
public final class ModelFolder {
  private final Path path;

  /** Use the folder {@code path}; it need not exist. */
  public ModelFolder(Path path) {
    this.path = path;
  }

  /** Return the path of the folder. */
  public Path path() {
    return path;
  }

  /** Return the file of the network in floating point; it need not exist. */
  public Path network() {
    return path.resolve("network.safetensors");
  }

  /** Return the file of the quantised network; it need not exist. */
  public Path quantized() {
    return path.resolve("int8.pt");
  }

  /** Return whether a network is in the folder. */
  public boolean exists() {
    return Files.exists(network());
  }

  /** Return the file of the quantised network, if the run delivers it. */
  public Optional<Path> findQuantized() {
    return Optional.of(quantized()).filter(Files::exists);
  }

  /**
   * Delete the networks, and the folder if nothing else is in it. Files of others, exported ones
   * among them, stay.
   *
   * @throws RunFolderException if a file cannot be deleted, or the folder is a link
   */
  public void delete() {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isSymbolicLink(path)) {
      throw new RunFolderException(path + " is a symbolic link; its networks are not deleted");
    }
    try {
      for (Path file : List.of(network(), quantized())) {
        Files.deleteIfExists(file);
      }
      try (Stream<Path> files = Files.list(path)) {
        for (Path file : files.filter(AtomicFile::isLeftOver).toList()) {
          Files.delete(file);
        }
      }
      if (isEmpty()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw RunFolderException.cannot("delete", path, e);
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.findAny().isEmpty();
    }
  }
}
