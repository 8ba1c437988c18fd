package io.github.greenscreen.cli.model;

import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.option.FormatOption;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.data.decoding.ImageDecoder;
import io.github.greenscreen.data.decoding.SquareFit;
import io.github.greenscreen.data.decoding.UnreadableImageException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.summary.Json;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.training.engine.Classifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenscreen predict}: classifies images with the trained network of a run. */
@Command(
    name = "predict",
    description = {
      "Classify images with the trained network of a run, on the CPU, and print the most",
      "probable classes of each. An image is scaled until its shorter side is that of the",
      "training images, and the middle of its longer side is used. If files cannot be read,",
      "they are listed, and the exit code is 2."
    })
public final class PredictCommand extends RunsFolderCommand {
  private static final int DEFAULT_TOP = 5;

  /** Images that are in memory and classified at once. */
  private static final int BATCH = 32;

  @Parameters(index = "0", paramLabel = "RUN", description = "Run number, such as 017 or 17.")
  private String name;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "IMAGE",
      description = "PNG or JPEG file.")
  private List<Path> files;

  @Option(
      names = "--top",
      paramLabel = "K",
      order = 10,
      converter = PositiveIntConverter.class,
      description = "Number of classes to print for each image (default: 5).")
  private Integer top;

  @Mixin private FormatOption format;

  /** A class of an image. */
  private record Guess(Path image, String label, double probability) {}

  @Override
  public int execute() {
    RunNetwork network = RunNetwork.find(runs(), name);
    network.requireQuantized();
    Map<Path, String> unreadable = new LinkedHashMap<>();
    List<Guess> guesses = new ArrayList<>();
    BundledEngine.use(context());
    try (Classifier classifier = context().networks().get().load(network.folder())) {
      check(network, classifier.description().classes().size());
      for (int from = 0; from < files.size(); from += BATCH) {
        List<Path> some = files.subList(from, Math.min(files.size(), from + BATCH));
        guesses.addAll(classify(some, classifier, unreadable));
      }
    }
    show(network, guesses, unreadable);
    return unreadable.isEmpty() ? ExitCode.DONE : ExitCode.USAGE;
  }

  private void check(RunNetwork network, int classes) {
    if (top != null && top > classes) {
      throw new UsageException(
          "--top: found %s, expected at most the %s classes of run %s"
              .formatted(top, classes, network.run()));
    }
  }

  private List<Guess> classify(
      List<Path> some, Classifier classifier, Map<Path, String> unreadable) {
    List<Path> readable = new ArrayList<>();
    List<byte[]> pixels = new ArrayList<>();
    for (Path file : some) {
      try {
        pixels.add(read(file, classifier.description().side()));
        readable.add(file);
      } catch (UnreadableImageException e) {
        unreadable.put(file, e.getMessage());
      } catch (IOException e) {
        unreadable.put(file, FailureReason.of(e));
      }
    }
    if (readable.isEmpty()) {
      return List.of();
    }
    List<double[]> shares = classifier.probabilities(pixels);
    List<String> classes = classifier.description().classes();
    return IntStream.range(0, readable.size())
        .mapToObj(i -> best(readable.get(i), shares.get(i), classes))
        .flatMap(List::stream)
        .toList();
  }

  private static byte[] read(Path file, int side) throws IOException, UnreadableImageException {
    byte[] pixels = new byte[ImageSet.bytes(side)];
    SquareFit.write(ImageDecoder.decode(Files.readAllBytes(file)), side, pixels, 0);
    return pixels;
  }

  /** Return the most probable classes of an image, of equally probable ones the first. */
  private List<Guess> best(Path image, double[] shares, List<String> classes) {
    return IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -shares[i]))
        .limit(top == null ? DEFAULT_TOP : top)
        .map(i -> new Guess(image, classes.get(i), shares[i]))
        .toList();
  }

  private void show(RunNetwork network, List<Guess> guesses, Map<Path, String> unreadable) {
    Table<Guess> table =
        Table.of(
            guesses,
            Column.text("image", Guess::image),
            Column.text("class", Guess::label),
            Column.<Guess>of("probability", CellFormat.PERCENT, Guess::probability).in("%"));
    if (format.isJson()) {
      out().println(json(network, table, unreadable));
    } else if (!guesses.isEmpty()) {
      print(table);
    }
    unreadable.forEach(
        (file, reason) -> ExceptionHandler.say(err(), "%s: %s".formatted(file, reason)));
  }

  private static String json(RunNetwork network, Table<Guess> table, Map<Path, String> unreadable) {
    return Json.of(
        new JsonObject()
            .with("run", network.run())
            .with("model", network.model())
            .with("predictions", JsonObject.list(table))
            .with(
                "unreadable",
                unreadable.entrySet().stream()
                    .map(
                        file ->
                            new JsonObject()
                                .with("image", file.getKey())
                                .with("reason", file.getValue()))
                    .toList()));
  }
}
