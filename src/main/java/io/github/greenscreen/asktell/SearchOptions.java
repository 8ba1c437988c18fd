package io.github.greenscreen.asktell;

import io.github.greenscreen.config.Config;
import io.github.greenscreen.space.SearchSpace;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a user asks of a search: its {@code config.yaml}, and values that replace those in it. */
public interface SearchOptions {

  /** Return the file if the user named one; otherwise it is a default. */
  Optional<Path> given();

  /** Return the seed if the user gave one. */
  OptionalLong seed();

  /**
   * Return the values that the user fixed for parameters of {@code space}, by name, without the
   * seed.
   */
  Map<String, String> pinned(SearchSpace space);

  /** Return the text of the file. */
  String text();

  /** Return the configuration of the file, without what the user fixed. */
  Config original();

  /** Return the configuration of the file with what the user fixed, and show its warnings. */
  Config readExternalAndWarn();
}
