package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.djl.DjlTrainer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train --contact-sheet} with the real engine. */
final class ContactSheetTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder).with(new DjlTrainer());
  }

  @ParameterizedTest
  @CsvSource({"None", "random", "mixup", "cutmix"})
  void contactSheet_ofTheSameSeed_hasTheSamePixels(String augmentation) throws IOException {
    String command = "train --contact-sheet --epochs 1 --set augmentation=" + augmentation;
    Outcome outcome = cli.study(command + " --seed 5");
    cli.study(command + " --seed 5");
    cli.study(command + " --seed 6");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("contact sheet: @/runs/001/augmented.png\n");
    int[] pixels = pixels("001");
    assertThat(pixels("002")).isEqualTo(pixels);
    assertThat(pixels("003")).isNotEqualTo(pixels);
  }

  @Test
  void run_withoutTheOption_drawsNothing() {
    assertThat(cli.study("train --epochs 1").code()).isZero();
    assertThat(cli.path("runs/001/augmented.png")).doesNotExist();
  }

  @Test
  void folderThatWaits_withTheOption_getsItsSheet() throws IOException {
    cli.study("train --epochs 1");
    Path again = cli.path("runs/002");
    Files.createDirectory(again);
    Files.copy(cli.path("runs/001/parameters.yaml"), again.resolve("parameters.yaml"));
    Files.writeString(
        again.resolve("status.yaml"),
        "state: waiting\npurpose: sweep\ndata: ''\nlimit: 100\nattempts: 0\n");
    assertThat(cli.run("train --contact-sheet @/runs/002").code()).isZero();
    assertThat(again.resolve("augmented.png")).exists();
  }

  private int[] pixels(String run) throws IOException {
    BufferedImage sheet = ImageIO.read(cli.path("runs/" + run + "/augmented.png").toFile());
    return sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
  }
}
