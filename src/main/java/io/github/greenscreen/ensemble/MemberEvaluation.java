package io.github.greenscreen.ensemble;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.training.WorkMeter;
import io.github.greenscreen.training.engine.Classifier;
import io.github.greenscreen.training.engine.TrainedNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lets a member classify the validation images, and then, once, the test images. */
final class MemberEvaluation {
  /** Images that are classified at once. */
  private static final int BATCH = 64;

  private final TrainedNetworks networks;
  private final WorkMeter meter;

  /** Load members by {@code networks} and measure them by {@code meter}. */
  MemberEvaluation(TrainedNetworks networks, WorkMeter meter) {
    this.networks = networks;
    this.meter = meter;
  }

  /**
   * What a member predicts.
   *
   * @param validation its predictions for the validation images
   * @param test its predictions for the test images, and what they cost
   */
  record Outcome(Predictions validation, WorkMeter.Measured<Predictions> test) {
    PredictionCost cost() {
      return new PredictionCost(test.result().images(), test.seconds(), test.energyWh());
    }
  }

  /**
   * Classify images with {@code member}. The validation images come first, so that what happens
   * once, such as the compilation of code, is not measured.
   *
   * @param images the whole data set, in the size of the network
   */
  Outcome of(Member member, ImageSet images, HeldOutImages heldOut) {
    try (Classifier classifier = networks.load(member.folder())) {
      return new Outcome(
          predict(classifier, images, heldOut.validation()),
          meter.measure(() -> predict(classifier, images, heldOut.test())));
    }
  }

  private static Predictions predict(Classifier classifier, ImageSet images, int[] indices) {
    List<double[]> probabilities = new ArrayList<>();
    for (int from = 0; from < indices.length; from += BATCH) {
      List<byte[]> batch =
          IntStream.range(from, Math.min(indices.length, from + BATCH))
              .mapToObj(i -> pixels(images, indices[i]))
              .toList();
      probabilities.addAll(classifier.probabilities(batch));
    }
    return new Predictions(IntStream.of(indices).map(images::label).toArray(), probabilities);
  }

  private static byte[] pixels(ImageSet images, int index) {
    int size = images.imageBytes();
    return Arrays.copyOfRange(images.pixels(), index * size, (index + 1) * size);
  }

  /**
   * Check that {@code member} tells the classes of {@code images} apart.
   *
   * @throws DataException if it does not
   */
  static void check(Member member, ImageSet images) {
    if (!member.network().classes().equals(images.classes())) {
      throw new DataException(
          ("run %s was trained on the classes %s, but the images of %s have the classes %s; pass "
                  + "the folder of its training with --data")
              .formatted(
                  member.run(),
                  String.join(", ", member.network().classes()),
                  images.name(),
                  String.join(", ", images.classes())));
    }
  }
}
