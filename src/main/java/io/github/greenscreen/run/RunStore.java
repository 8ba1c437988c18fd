package io.github.greenscreen.run;

import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of all runs, {@code runs} unless told otherwise. Runs are numbered from 001; names
 * have three digits and grow past 999. Other files and folders beside them are left alone. Safe for
 * several threads and processes.
 */
public final class RunStore {
  private static final Pattern NAME = Pattern.compile("\\d{3}|[1-9]\\d{3,8}");

  /** Names have no leading zeros but for those of three digits. */
  private static final Comparator<RunFolder> BY_NUMBER =
      Comparator.comparingInt((RunFolder run) -> run.name().length())
          .thenComparing(RunFolder::name);

  private static final String LOCK = "sweep.lock";

  private final Path folder;

  /** Stand for the runs in {@code folder}, which is created when the first run is. */
  public RunStore(Path folder) {
    this.folder = Objects.requireNonNull(folder);
  }

  /** Return the folder of all runs. */
  public Path path() {
    return folder;
  }

  /** Return all run folders by ascending number; none where the folder does not exist yet. */
  public List<RunFolder> folders() {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> NAME.matcher(entry.getFileName().toString()).matches())
          .filter(Files::isDirectory)
          .map(RunFolder::new)
          .sorted(BY_NUMBER)
          .toList();
    } catch (IOException e) {
      throw unusable("read", e);
    } catch (UncheckedIOException e) {
      throw unusable("read", e.getCause());
    }
  }

  /**
   * Make the run folder with the next free number and write {@code plan} and {@code status} into
   * it. Two processes that create at the same moment get different numbers.
   */
  public RunFolder create(RunPlan plan, RunStatus status) {
    createStore();
    List<RunFolder> existing = folders();
    int number = existing.isEmpty() ? 1 : number(existing.get(existing.size() - 1)) + 1;
    RunFolder run = claim(number);
    run.writePlan(plan);
    run.writeStatus(status);
    return run;
  }

  /**
   * Read the power samples of the run called {@code name} in the order they were written; an empty
   * list where it has none, or there is no such run.
   */
  public List<PowerSample> readPower(String name) {
    return find(name).map(RunFolder::readPower).orElse(List.of());
  }

  /** Return the run called {@code name}; leading zeros may be left out: 17 finds 017. */
  public Optional<RunFolder> find(String name) {
    if (!name.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(name);
    return folders().stream().filter(run -> number(run) == number).findFirst();
  }

  /**
   * Read all runs by ascending number, several at a time. A folder that another process has made
   * this moment and not filled yet is left out; of broken ones the first throws {@link
   * RunFolderException}.
   */
  public List<RunRecord> readAll() {
    return readAll(
        (run, fault) -> {
          throw fault;
        });
  }

  /** Read all runs as above, but hand those that are broken to {@code wrecks}, and why. */
  public List<RunRecord> readAll(BiConsumer<RunFolder, RunFolderException> wrecks) {
    List<Attempt> attempts =
        folders().parallelStream().filter(run -> !run.isUnborn()).map(Attempt::of).toList();
    List<RunRecord> runs = new ArrayList<>();
    for (Attempt attempt : attempts) {
      attempt.record().ifPresent(runs::add);
      attempt.fault().ifPresent(fault -> wrecks.accept(attempt.run(), fault));
    }
    return runs;
  }

  /** A run that was read, or could not be; whoever asks for it learns that. */
  private record Attempt(
      RunFolder run, Optional<RunRecord> record, Optional<RunFolderException> fault) {
    static Attempt of(RunFolder run) {
      try {
        return new Attempt(run, Optional.of(run.read()), Optional.empty());
      } catch (RunFolderException e) {
        return new Attempt(run, Optional.empty(), Optional.of(e));
      }
    }
  }

  /**
   * Rename the folder of {@code run}, so that it is no run any more, and return its new path;
   * nothing in it is touched.
   */
  public Path setAside(RunFolder run) {
    for (int i = 1; ; i++) {
      Path aside = folder.resolve(run.name() + ".broken" + (i == 1 ? "" : "-" + i));
      try {
        if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
          return Files.move(run.path(), aside);
        }
      } catch (IOException e) {
        throw RunFolderException.cannot("rename", run.path(), e);
      }
    }
  }

  /** Delete folders of processes that were killed before they wrote anything into them. */
  public void clearUnborn() {
    folders().stream()
        .filter(RunFolder::isUnborn)
        .map(RunFolder::repair)
        .forEach(RunFolderCleanup::deleteUnborn);
  }

  /**
   * Become the only sweep in this folder until the lock is closed; the folder is made if need be.
   *
   * @throws LockedException where another process is
   */
  public FolderLock lock() {
    createStore();
    return FolderLock.take(
        folder.resolve(LOCK),
        folder + " is in use by a sweep, ",
        "wait until it finishes, or choose another folder with --runs");
  }

  /** Tell how things stand by times and sizes of files, without reading any. */
  public FolderFingerprint pulse() {
    return FolderFingerprint.of(folders(), folder.resolve(SweepFile.NAME));
  }

  /** Return which process carries out a sweep here, where one does that is not known to be gone. */
  public Optional<LockOwner> holder() {
    return FolderLock.holder(folder.resolve(LOCK));
  }

  /** Return the files beside the run folders that say what is searched. */
  public SweepFiles study() {
    return new SweepFiles(this);
  }

  /** Make the folder of all runs if need be. */
  void createStore() {
    try {
      Files.createDirectories(folder);
    } catch (NoSuchFileException e) {
      throw unusable("create", new IOException("a folder cannot be created there", e));
    } catch (IOException e) {
      throw unusable("write", e);
    }
  }

  private RunFolder claim(int first) {
    int number = first;
    while (true) {
      try {
        Path path = folder.resolve(String.format(Locale.ROOT, "%03d", number));
        return new RunFolder(Files.createDirectory(path));
      } catch (FileAlreadyExistsException e) {
        number++;
      } catch (IOException e) {
        throw unusable("write", e);
      }
    }
  }

  /** Return what to throw where the folder of all runs cannot be used. */
  RunFolderException unusable(String deed, IOException cause) {
    return new RunFolderException(
        "cannot %s the runs folder %s: %s; choose another with --runs or change its permissions"
            .formatted(deed, folder, RunFolderException.reason(cause)));
  }

  private static int number(RunFolder run) {
    return Integer.parseInt(run.name());
  }
}
