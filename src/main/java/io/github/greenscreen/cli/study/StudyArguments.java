package io.github.greenscreen.cli.study;

import io.github.greenscreen.cli.option.RetryOptions;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The command line of a study, stored in the runs folder as {@code study.args}, one word on each
 * line, so that {@code --resume} continues with the same options.
 */
final class StudyArguments {
  private static final Logger LOG = LoggerFactory.getLogger(StudyArguments.class);
  private static final String NAME = "study.args";

  /** Options that apply to one resumption only. */
  private static final Set<String> ONCE = Set.of("--resume", RetryOptions.RETRY_FAILED);

  /** Options of which one replaces the other. */
  private static final Set<String> EXCLUSIVE = Set.of("--country", "--grid-intensity");

  private final Path folder;
  private final CommandSpec spec;

  /**
   * Handle the arguments of the study in {@code folder}.
   *
   * @param spec the command that the arguments are for
   */
  StudyArguments(Path folder, CommandSpec spec) {
    this.folder = folder;
    this.spec = spec;
  }

  /**
   * Return the stored words followed by {@code given}, without stored options that {@code given}
   * replaces. {@code --set} may be repeated, and the last value counts.
   *
   * @throws UsageException if the file exists but cannot be read
   */
  List<String> withKept(List<String> given) {
    Path file = folder.resolve(NAME);
    if (Files.notExists(file)) {
      return given;
    }
    Set<String> replaced = new HashSet<>();
    for (List<String> option : options(given)) {
      find(option).filter(found -> !found.isMultiValue()).ifPresent(found -> add(replaced, found));
    }
    List<String> words = new ArrayList<>();
    for (List<String> option : options(read(file))) {
      if (find(option).map(found -> !replaced.contains(found.longestName())).orElse(true)) {
        words.addAll(option);
      }
    }
    words.addAll(given);
    return words;
  }

  /** Reject the flag {@code option}, if it is {@code given} now and was not at the start. */
  void refuseNew(String option, boolean given) {
    Path file = folder.resolve(NAME);
    if (given && Files.exists(file) && !read(file).contains(option)) {
      throw new UsageException(
          "%s: the study was started without it, see %s; remove it".formatted(option, file));
    }
  }

  /** Store {@code words}, or continue without if the folder cannot be written. */
  void keep(List<String> words) {
    try {
      Files.createDirectories(folder);
      Files.write(
          folder.resolve(NAME),
          words.stream()
              .filter(word -> !ONCE.contains(word))
              .map(word -> word.replace('\n', ' '))
              .toList());
    } catch (IOException e) {
      LOG.debug("cannot store the options of the study in {}", folder, e);
    }
  }

  /** Delete the stored words, and the runs folder if it is empty otherwise. */
  void forget() {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      LOG.debug("{} is kept", folder, e);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UsageException(
          "%s: cannot read the options of the study (%s); make the file readable, or delete it and "
                  .formatted(file, FailureReason.of(e))
              + "pass the options again");
    }
  }

  private static void add(Set<String> replaced, OptionSpec option) {
    replaced.add(option.longestName());
    if (EXCLUSIVE.contains(option.longestName())) {
      replaced.addAll(EXCLUSIVE);
    }
  }

  /** Split {@code words} into options, each with its value. */
  private List<List<String>> options(List<String> words) {
    List<List<String>> options = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      List<String> option = new ArrayList<>(List.of(words.get(i)));
      boolean separate =
          !words.get(i).contains("=")
              && find(option).filter(found -> found.arity().max() > 0).isPresent();
      if (separate && i + 1 < words.size()) {
        option.add(words.get(++i));
      }
      options.add(option);
    }
    return options;
  }

  private Optional<OptionSpec> find(List<String> option) {
    String name = option.get(0).split("=", 2)[0];
    return Optional.ofNullable(spec.findOption(name));
  }
}
