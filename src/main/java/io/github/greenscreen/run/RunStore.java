package io.github.greenscreen.run;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.format.SweepFile;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.lock.LockOwner;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunStatus;
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
 * The folder of all runs, {@code runs} by default. Runs are numbered from 001; names have three
 * digits and grow past 999. Other files and folders in it are left alone. Safe for several threads
 * and processes.
 */
public final class RunStore {
  private static final Pattern NAME = Pattern.compile("\\d{3}|[1-9]\\d{3,8}");

  /** Only names of three digits have leading zeros. */
  private static final Comparator<RunFolder> BY_NUMBER =
      Comparator.comparingInt((RunFolder run) -> run.name().length())
          .thenComparing(RunFolder::name);

  private static final String LOCK = "sweep.lock";

  private final Path folder;

  /** Use the runs in {@code folder}, which is created with the first run. */
  public RunStore(Path folder) {
    this.folder = Objects.requireNonNull(folder);
  }

  /** Return the path of the runs folder. */
  public Path path() {
    return folder;
  }

  /** Return all run folders by ascending number; none if the runs folder does not exist yet. */
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
   * Create the run folder with the next free number and write {@code plan} and {@code status} into
   * it. Two processes that do so at the same time get different numbers.
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
   * list if it has none or does not exist.
   */
  public List<PowerSample> readPower(String name) {
    return find(name).map(RunFolder::readPower).orElse(List.of());
  }

  /**
   * Read the confusion matrix of the run called {@code name} on {@code split}; empty if it has none
   * or does not exist.
   */
  public Optional<ConfusionTable> readConfusion(String name, EvaluatedSplit split) {
    return find(name).flatMap(run -> run.readConfusion(split));
  }

  /** Return the run called {@code name}; leading zeros are optional: 17 finds 017. */
  public Optional<RunFolder> find(String name) {
    if (!name.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(name);
    return folders().stream().filter(run -> number(run) == number).findFirst();
  }

  /**
   * Read all runs by ascending number, several at a time. A folder that another process has just
   * created and not filled yet is skipped; the first broken one throws {@link RunFolderException}.
   */
  public List<RunRecord> readAll() {
    return readAll(
        (run, fault) -> {
          throw fault;
        });
  }

  /** Read all runs as above, but pass broken ones and the reasons to {@code unreadable}. */
  public List<RunRecord> readAll(BiConsumer<RunFolder, RunFolderException> unreadable) {
    List<Attempt> attempts =
        folders().parallelStream().filter(run -> !run.isUninitialized()).map(Attempt::of).toList();
    List<RunRecord> runs = new ArrayList<>();
    for (Attempt attempt : attempts) {
      attempt.record().ifPresent(runs::add);
      attempt.fault().ifPresent(fault -> unreadable.accept(attempt.run(), fault));
    }
    return runs;
  }

  /** The result of reading a run: its record or the error. */
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
   * Rename the folder of {@code run}, so that it no longer counts as a run, and return its new
   * path; its content is not changed.
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
  public void removeUninitialized() {
    folders().stream()
        .filter(RunFolder::isUninitialized)
        .map(RunFolder::repair)
        .forEach(RunFolderCleanup::deleteUnborn);
  }

  /**
   * Become the only sweep in this folder until the lock is closed; create the folder if necessary.
   *
   * @throws LockedException if another process runs a sweep here
   */
  public FolderLock lock() {
    createStore();
    return FolderLock.take(
        folder.resolve(LOCK),
        folder + " is in use by a sweep, ",
        "wait until it finishes, or choose another folder with --runs");
  }

  /** Return a fingerprint from times and sizes of files, without reading any. */
  public FolderFingerprint fingerprint() {
    return FolderFingerprint.of(folders(), folder.resolve(SweepFile.NAME));
  }

  /** Return the process that runs a sweep here, if there is one that is not known to have ended. */
  public Optional<LockOwner> holder() {
    return FolderLock.holder(folder.resolve(LOCK));
  }

  /** Return the files of the sweep or study in this folder. */
  public SweepFiles study() {
    return new SweepFiles(this);
  }

  /** Create the runs folder if necessary. */
  void createStore() {
    try {
      Files.createDirectories(folder);
    } catch (NoSuchFileException e) {
      throw unusable("create", new IOException("a folder cannot be created there"));
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

  /** Return the exception for a runs folder that cannot be used. */
  RunFolderException unusable(String action, IOException cause) {
    return new RunFolderException(
        "cannot %s the runs folder %s: %s; choose another with --runs or change its permissions"
            .formatted(action, folder, RunFolderException.reason(cause)));
  }

  private static int number(RunFolder run) {
    return Integer.parseInt(run.name());
  }
}
