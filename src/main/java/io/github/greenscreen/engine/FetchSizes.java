package io.github.greenscreen.engine;

import io.github.greenscreen.download.Download;
import io.github.greenscreen.engine.EngineIndex.Entry;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * How much there is to fetch.
 *
 * @param total bytes of all files; empty if the server does not say
 */
record FetchSizes(OptionalLong total) {
  /** Ask the server for the length of every file, until it does not say one. */
  static FetchSizes ask(List<Entry> entries, Duration patience) throws InterruptedException {
    long total = 0;
    for (Entry entry : entries) {
      OptionalLong length = Download.length(entry.address(), patience);
      if (length.isEmpty()) {
        return new FetchSizes(OptionalLong.empty());
      }
      total += length.getAsLong();
    }
    return new FetchSizes(OptionalLong.of(total));
  }
}
