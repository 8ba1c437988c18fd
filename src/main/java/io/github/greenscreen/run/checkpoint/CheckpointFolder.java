package io.github.greenscreen.run.checkpoint;

import io.github.greenscreen.checksum.Sha256;
import io.github.greenscreen.run.checkpoint.CheckpointFile.Manifest;
import io.github.greenscreen.run.checkpoint.CheckpointFile.State;
import io.github.greenscreen.run.io.AtomicFile;
import io.github.greenscreen.run.io.LineFile;
import io.github.greenscreen.run.model.RunFolderException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of a run: the last one and the one before it, which serves if the last is broken.
 * Each consists of a file with the state of the engine and a manifest, written afterwards, with the
 * checksum of that file. Links that leave the runs folder are not followed. One writer at a time;
 * every method throws {@link RunFolderException} with a sentence for the user.
 */
public final class CheckpointFolder {
  private static final Pattern NAME = Pattern.compile("epoch-(\\d{3,9})\\.(yaml|state)");
  private static final Pattern LEFT_OVER = Pattern.compile("\\." + NAME.pattern() + "\\.\\d+");
  private static final int BUFFER = 1 << 18;

  private final Path folder;

  /** Use {@code folder} in a run folder of a runs folder; it need not exist. */
  public CheckpointFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A checkpoint whose files are complete.
   *
   * @param checkpoint the content of the manifest
   * @param file the state of the engine
   */
  public record Saved(Checkpoint checkpoint, Path file) {

    /** Open the state of the engine; the caller closes it. */
    public InputStream open() throws IOException {
      return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /** Return the path of the folder. */
  public Path path() {
    return folder;
  }

  /** Tell whether a checkpoint exists, valid or not; a folder that is refused counts. */
  public boolean exists() {
    try {
      return !manifests().isEmpty();
    } catch (RunFolderException e) {
      return true;
    }
  }

  /**
   * Return the last valid checkpoint, or empty if none exists.
   *
   * @param warnings receives a sentence for each broken checkpoint
   */
  public Optional<Saved> newest(Consumer<String> warnings) {
    for (Path manifest : manifests()) {
      try {
        return Optional.of(verified(manifest));
      } catch (RunFolderException e) {
        warnings.accept("checkpoint is broken: " + e.getMessage() + "; looking for an older one");
      }
    }
    return Optional.empty();
  }

  /** Write {@code checkpoint} with {@code state}, and delete all others but the one before it. */
  public void save(Checkpoint checkpoint, AtomicFile.Content state) {
    refuseLinks();
    try {
      if (!Files.isDirectory(folder)) {
        // Create this folder only: a run folder that was removed must not come back.
        Files.createDirectory(folder);
      }
      drop(LEFT_OVER, List.of());
      Sha256 sum = new Sha256();
      Path file = file(checkpoint.epochs(), "state");
      AtomicFile.replace(file, out -> write(state, sum.through(out)));
      State written = new State(Files.size(file), sum.take());
      writeManifest(new Manifest(checkpoint, written));
      drop(NAME, kept(checkpoint.epochs()));
    } catch (IOException e) {
      throw RunFolderException.cannot("write", folder, e);
    }
  }

  /** Replace the manifest of the checkpoint after the same number of epochs by {@code now}. */
  public void rewrite(Checkpoint now) {
    refuseLinks();
    try {
      State state = read(manifest(now.epochs())).state();
      writeManifest(new Manifest(now, state));
    } catch (IOException e) {
      throw RunFolderException.cannot("write", folder, e);
    }
  }

  /** Delete the unfinished files of a killed process. */
  public void clearTraces() throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      refuseLinks();
      drop(LEFT_OVER, List.of());
    }
  }

  /** Delete all checkpoints. */
  public void delete() {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      clearTraces();
      drop(NAME, List.of());
      if (!Files.isSymbolicLink(folder) && isEmpty()) {
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw RunFolderException.cannot("delete", folder, e);
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static void write(AtomicFile.Content state, OutputStream to) throws IOException {
    OutputStream out = new BufferedOutputStream(to, BUFFER);
    state.writeTo(out);
    out.flush();
  }

  private void writeManifest(Manifest manifest) throws IOException {
    new LineFile(manifest(manifest.checkpoint().epochs())).replace(CheckpointFile.format(manifest));
  }

  /** Return the manifests, the last epoch first. */
  private List<Path> manifests() {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    refuseLinks();
    try {
      return files(NAME).stream()
          .filter(file -> file.getFileName().toString().endsWith(".yaml"))
          .sorted(Comparator.comparingInt(CheckpointFolder::epochs).reversed())
          .toList();
    } catch (IOException e) {
      throw RunFolderException.cannot("read", folder, e);
    }
  }

  private Saved verified(Path manifest) {
    Manifest found;
    Path file = file(epochs(manifest), "state");
    try {
      found = read(manifest);
      State state = found.state();
      Saved saved = new Saved(found.checkpoint(), file);
      if (attributes(file).size() != state.bytes()) {
        throw new RunFolderException(
            "%s has %s bytes, expected %s".formatted(file, attributes(file).size(), state.bytes()));
      }
      try (InputStream in = saved.open()) {
        if (!Sha256.of(in).equals(state.sha256())) {
          throw new RunFolderException(file + " was modified");
        }
      }
      return saved;
    } catch (NoSuchFileException e) {
      throw new RunFolderException(e.getFile() + " is missing", e);
    } catch (IOException e) {
      throw RunFolderException.cannot("read", file, e);
    }
  }

  private static Manifest read(Path manifest) throws IOException {
    try (InputStream in = Files.newInputStream(manifest, LinkOption.NOFOLLOW_LINKS)) {
      String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      return CheckpointFile.parse(manifest, text);
    }
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /** Return the files of the checkpoint of {@code epochs} epochs and of the one before it. */
  private List<Path> kept(int epochs) throws IOException {
    List<Path> kept = new ArrayList<>(List.of(file(epochs, "state"), manifest(epochs)));
    files(NAME).stream()
        .map(CheckpointFolder::epochs)
        .filter(other -> other < epochs)
        .max(Comparator.naturalOrder())
        .ifPresent(before -> kept.addAll(List.of(file(before, "state"), manifest(before))));
    return kept;
  }

  private void drop(Pattern names, List<Path> kept) throws IOException {
    for (Path file : files(names)) {
      if (!kept.contains(file)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private List<Path> files(Pattern names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> names.matcher(f.getFileName().toString()).matches()).toList();
    }
  }

  private Path manifest(int epochs) {
    return file(epochs, "yaml");
  }

  private Path file(int epochs, String ending) {
    return folder.resolve(String.format(Locale.ROOT, "epoch-%03d.%s", epochs, ending));
  }

  private static int epochs(Path file) {
    return Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
  }

  private void refuseLinks() {
    try {
      Path runs = folder.toAbsolutePath().normalize().getParent().getParent().toRealPath();
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)
          && !folder.toRealPath().startsWith(runs)) {
        throw new RunFolderException(
            "%s is a link to outside the runs folder %s; remove it".formatted(folder, runs));
      }
    } catch (IOException e) {
      throw RunFolderException.cannot("use", folder, e);
    }
  }
}
