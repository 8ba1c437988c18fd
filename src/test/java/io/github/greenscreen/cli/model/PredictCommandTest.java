package io.github.greenscreen.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PredictCommandTest {
  @TempDir private Path folder;

  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    new RunsWithNetworks(cli).withNetwork("None");
  }

  @Test
  void predict_images_printsTheirClassesMostProbableFirst() throws IOException {
    draw("a.png", new Color(50, 0, 150), 8, 8);
    draw("b.jpg", Color.WHITE, 20, 10);

    Outcome outcome = cli.run("predict 1 --runs @/runs @/a.png @/b.jpg");

    assertThat(narrow(outcome))
        .isEqualTo(
            new Outcome(
                0,
                """
                image class probability %
                - - -
                @/a.png blue 75.00
                @/a.png red 25.00
                @/a.png green 0.00
                @/b.jpg red 33.33
                @/b.jpg green 33.33
                @/b.jpg blue 33.33
                """,
                ""));
  }

  @Test
  void predict_inJson_printsOneLine() throws IOException {
    draw("a.png", new Color(50, 0, 150), 8, 8);

    Outcome outcome = cli.run("predict 1 --runs @/runs @/a.png --top 2 --format json");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0,
                "{\"run\":\"001\",\"model\":\"resnet20\",\"predictions\":["
                    + "{\"image\":\"@/a.png\",\"class\":\"blue\",\"probability\":0.75},"
                    + "{\"image\":\"@/a.png\",\"class\":\"red\",\"probability\":0.25}],"
                    + "\"unreadable\":[]}\n",
                ""));
  }

  /** The shorter side becomes 4 pixels, and the middle of the longer one is used. */
  @Test
  void predict_aWideImage_usesItsMiddle() throws IOException {
    BufferedImage image = new BufferedImage(24, 8, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 8, 8, filled(Color.RED), 0, 8);
    image.setRGB(8, 0, 8, 8, filled(Color.GREEN), 0, 8);
    image.setRGB(16, 0, 8, 8, filled(Color.RED), 0, 8);
    ImageIO.write(image, "png", cli.path("wide.png").toFile());

    String out = cli.run("predict 1 --runs @/runs @/wide.png --top 1").out();

    assertThat(out.lines().toList().get(2)).startsWith("@/wide.png  green");
  }

  @Test
  void predict_someUnreadableImages_printsTheOthersAndListsThem() throws IOException {
    draw("a.png", Color.BLUE, 8, 8);
    Files.writeString(cli.path("text.png"), "not an image");

    Outcome outcome = cli.run("predict 1 --runs @/runs @/text.png @/a.png @/none.png --top 1");

    assertThat(narrow(outcome))
        .isEqualTo(
            new Outcome(
                2,
                """
                image class probability %
                - - -
                @/a.png blue 100.00
                """,
                """
                greenscreen: @/text.png: found another kind of file, expected PNG or JPEG
                greenscreen: @/none.png: does not exist
                """));
  }

  @Test
  void predict_noReadableImage_printsNoTable() {
    Outcome outcome = cli.run("predict 1 --runs @/runs @/none.png");

    assertThat(outcome).isEqualTo(new Outcome(2, "", "greenscreen: @/none.png: does not exist\n"));
  }

  @Test
  void top_moreThanClasses_isRefused() throws IOException {
    draw("a.png", Color.BLUE, 8, 8);

    assertThat(cli.run("predict 1 --runs @/runs @/a.png --top 4"))
        .isEqualTo(
            new Outcome(
                2, "", "greenscreen: --top: found 4, expected at most the 3 classes of run 001\n"));
  }

  @Test
  void predict_aRunWithoutNetwork_saysHowToGetOne() throws IOException {
    Files.delete(cli.path("runs/001/model/network.safetensors"));

    assertThat(cli.run("predict 1 --runs @/runs @/a.png").err())
        .startsWith("greenscreen: run 001 has no trained network");
  }

  /** Columns are as wide as the path of the test's folder. */
  private static Outcome narrow(Outcome outcome) {
    String out = outcome.out().replaceAll(" +", " ").replaceAll("--+", "-");
    return new Outcome(outcome.code(), out, outcome.err());
  }

  private static int[] filled(Color color) {
    int[] pixels = new int[64];
    Arrays.fill(pixels, color.getRGB());
    return pixels;
  }

  private void draw(String name, Color color, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    ImageIO.write(image, name.substring(name.length() - 3), cli.path(name).toFile());
  }
}
