package io.github.greenscreen.console;

import io.github.greenscreen.download.DownloadListener;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;

/** Shows the progress of a download on a {@link ProgressBar}. */
public final class DownloadProgress implements DownloadListener {
  private static final double MEGABYTE = 1e6;

  private final String name;
  private final ProgressBar bar;

  /** Show the download of {@code name} on {@code bar}, which the caller closes. */
  public DownloadProgress(String name, ProgressBar bar) {
    this.name = name;
    this.bar = bar;
  }

  @Override
  public void started(URI address, long present) {
    String rest = present > 0 ? ", " + megabytes(present) + " already downloaded" : "";
    bar.line("fetching " + address + rest);
  }

  @Override
  public void received(long done, OptionalLong total) {
    double share = total.isPresent() ? done / (double) total.getAsLong() : 0;
    bar.show(share, name + ", " + megabytes(done));
  }

  @Override
  public void listed(int files, OptionalLong bytes, Path folder) {
    String size = bytes.isPresent() ? ", " + megabytes(bytes.getAsLong()) : "";
    bar.line("fetching %s (%s files%s) into %s".formatted(name, "" + files, size, folder));
  }

  @Override
  public void waiting(Path folder) {
    bar.line("another process is fetching %s into %s; waiting for it".formatted(name, folder));
  }

  @Override
  public void unpacking(Path folder) {
    bar.line("unpacking into " + folder);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }
}
