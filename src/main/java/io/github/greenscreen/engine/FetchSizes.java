package io.github.greenscreen.engine;

import io.github.greenscreen.download.Download;
import io.github.greenscreen.engine.EngineIndex.Entry;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * The amount of data to fetch.
 *
 * @param total bytes of all files; empty if the server does not report them
 */
record FetchSizes(OptionalLong total) {
  /** Request the length of every file from the server; stop at the first unknown length. */
  static FetchSizes ask(List<Entry> entries, Duration timeout) throws InterruptedException {
    long total = 0;
    for (Entry entry : entries) {
      OptionalLong length = Download.length(entry.address(), timeout);
      if (length.isEmpty()) {
        return new FetchSizes(OptionalLong.empty());
      }
      total += length.getAsLong();
    }
    return new FetchSizes(OptionalLong.of(total));
  }
}
