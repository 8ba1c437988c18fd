package io.github.greenscreen.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CacheFolderTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void of_ownVariable_isTakenAsItStands() {
    assertThat(of("Linux", Map.of("GREENSCREEN_CACHE", "/data/gs", "XDG_CACHE_HOME", "/xdg")))
        .isEqualTo(Path.of("/data/gs"));
  }

  @Test
  void of_xdg_holdsOwnFolder() {
    assertThat(of("Linux", Map.of("XDG_CACHE_HOME", "/xdg", "GREENSCREEN_CACHE", "")))
        .isEqualTo(Path.of("/xdg/greenscreen"));
  }

  @Test
  void of_relativeXdg_isIgnored() {
    assertThat(of("Linux", Map.of("XDG_CACHE_HOME", "cache")))
        .isEqualTo(Path.of("/home/ada/.cache/greenscreen"));
  }

  @Test
  void of_mac_usesLibrary() {
    assertThat(of("Mac OS X", Map.of())).isEqualTo(Path.of("/home/ada/Library/Caches/greenscreen"));
  }

  @Test
  void of_windows_usesLocalAppData() {
    assertThat(of("Windows 11", Map.of("LOCALAPPDATA", "/local")))
        .isEqualTo(Path.of("/local/greenscreen"));
    assertThat(of("Windows 11", Map.of())).isEqualTo(Path.of("/home/ada/.cache/greenscreen"));
  }

  private static Path of(String system, Map<String, String> environment) {
    return CacheFolder.of(environment, system, HOME);
  }
}
