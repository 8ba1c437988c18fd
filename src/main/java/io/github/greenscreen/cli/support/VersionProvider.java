package io.github.greenscreen.cli.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Provides the versions of the program and its libraries without loading the engine. */
public final class VersionProvider implements IVersionProvider {
  private final Properties properties = new Properties();

  /** Read the versions that the build recorded. */
  public VersionProvider() {
    try (InputStream in = VersionProvider.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Return the version of {@code greenscreen}, {@code djl} or {@code pytorch}. */
  public String of(String name) {
    return properties.getProperty(name);
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "greenscreen " + of("greenscreen"),
      "Java " + System.getProperty("java.version"),
      "DJL " + of("djl"),
      "PyTorch " + of("pytorch")
    };
  }
}
