package io.github.greenscreen.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorCachesTest {
  @TempDir private Path folder;

  @Test
  void description_ofALinuxFolder_namesDataAndUnifiedCaches() throws IOException {
    cache("index0", "Data", "1", "48K");
    cache("index1", "Instruction", "1", "32K");
    cache("index2", "Unified", "2", "2048K");
    cache("index3", "Unified", "3", "491520K");
    Files.createDirectory(folder.resolve("index4"));
    Files.writeString(folder.resolve("uevent"), "");
    assertThat(ProcessorCaches.in(folder).description()).isEqualTo("L1d 48K, L2 2048K, L3 491520K");
  }

  @Test
  void description_ofAMachineThatHidesThem_saysSo() throws IOException {
    assertThat(ProcessorCaches.in(folder).description()).isEqualTo("not reported");
    assertThat(ProcessorCaches.in(folder.resolve("none")).description()).isEqualTo("not reported");
  }

  private void cache(String name, String type, String level, String size) throws IOException {
    Path cache = Files.createDirectory(folder.resolve(name));
    Files.writeString(cache.resolve("type"), type + "\n");
    Files.writeString(cache.resolve("level"), level + "\n");
    Files.writeString(cache.resolve("size"), size + "\n");
  }
}
