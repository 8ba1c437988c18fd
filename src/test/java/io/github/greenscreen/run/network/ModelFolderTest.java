package io.github.greenscreen.run.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  @TempDir Path folder;

  @Test
  void delete_ownFilesOnly_removesTheFolderToo() throws IOException {
    ModelFolder model = new ModelFolder(Files.createDirectory(folder.resolve("model")));
    Files.writeString(model.network(), "");
    Files.writeString(model.quantized(), "");
    Files.writeString(model.path().resolve(".network.safetensors.999999999"), "unfinished");

    model.delete();
    model.delete();

    assertThat(model.path()).doesNotExist();
  }

  @Test
  void delete_aLink_isRefusedAndLeavesItsTargetAlone() throws IOException {
    Path target = Files.createDirectory(folder.resolve("elsewhere"));
    Files.writeString(target.resolve("network.safetensors"), "");
    Path link = Files.createSymbolicLink(folder.resolve("model"), target);

    assertThatThrownBy(() -> new ModelFolder(link).delete())
        .hasMessage(link + " is a symbolic link; its networks are not deleted");
    assertThat(target.resolve("network.safetensors")).exists();
  }
}
