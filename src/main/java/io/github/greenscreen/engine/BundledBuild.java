package io.github.greenscreen.engine;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Optional;

/** The CPU build of the distribution: an archive on the class path. */
final class BundledBuild {
  private static final String RESOURCE = "native/lib/pytorch.properties";

  private BundledBuild() {}

  /** Return the archive; empty if the class path has none. */
  static Optional<Path> archive() {
    URL url = BundledBuild.class.getClassLoader().getResource(RESOURCE);
    if (url == null) {
      return Optional.empty();
    }
    try {
      URLConnection connection = url.openConnection();
      return connection instanceof JarURLConnection jar
          ? Optional.of(Path.of(jar.getJarFileURL().getPath()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
