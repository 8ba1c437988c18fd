package io.github.greenscreen.djl.selftest;

import io.github.greenscreen.checksum.Sha256;
import io.github.greenscreen.run.io.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the results of self-tests, one file per machine and workload. If a file cannot be read or
 * written, the only cost is another test.
 */
final class SelfTestStore {
  private static final Logger LOG = LoggerFactory.getLogger(SelfTestStore.class);

  private final Path folder;
  private final Machine machine;

  /** Create a store for {@code machine} in {@code folder}, which need not exist. */
  SelfTestStore(Path folder, Machine machine) {
    this.folder = folder;
    this.machine = machine;
  }

  /** Return the stored result of {@code workload} on this machine. */
  Optional<SelfTestResult> find(Workload workload) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file(workload))) {
      properties.load(in);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("{} is ignored", file(workload), e);
      return Optional.empty();
    }
    return machine.text().equals(properties.getProperty("machine"))
            && workload.text().equals(properties.getProperty("workload"))
        ? result(properties)
        : Optional.empty();
  }

  private static Optional<SelfTestResult> result(Properties properties) {
    try {
      return EngineSettings.parse(properties.getProperty("settings", ""))
          .map(
              settings ->
                  new SelfTestResult(
                      settings,
                      properties.getProperty("reason", ""),
                      Double.parseDouble(properties.getProperty("images_per_second", "NaN")),
                      properties.getProperty("instructions", "")));
    } catch (NumberFormatException e) {
      LOG.debug("a speed is ignored", e);
      return Optional.empty();
    }
  }

  /** Store {@code result} for {@code workload}. */
  void keep(Workload workload, SelfTestResult result) {
    Properties properties = new Properties();
    properties.setProperty("machine", machine.text());
    properties.setProperty("workload", workload.text());
    properties.setProperty("settings", result.settings().text());
    properties.setProperty("reason", result.reason());
    properties.setProperty("images_per_second", Double.toString(result.imagesPerSecond()));
    properties.setProperty("instructions", result.instructions());
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      properties.store(out, "Result of a greenscreen self-test; delete this file to test again");
      Files.createDirectories(folder);
      AtomicFile.replace(file(workload), out.toByteArray());
    } catch (IOException e) {
      LOG.debug("cannot store the result of a self-test", e);
    }
  }

  private Path file(Workload workload) {
    String key = machine.text() + "\n" + workload.text();
    return folder.resolve(workload.model().configName() + "-" + hash(key) + ".properties");
  }

  private static String hash(String text) {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, 16);
  }
}
