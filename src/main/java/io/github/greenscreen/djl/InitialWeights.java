package io.github.greenscreen.djl;

import ai.djl.Device;
import io.github.greenscreen.checksum.Sha256;
import io.github.greenscreen.data.split.PixelStatistics;
import io.github.greenscreen.djl.data.ChannelNormalization;
import io.github.greenscreen.djl.network.ScriptedNetwork;
import io.github.greenscreen.djl.network.weights.ImageFormat;
import io.github.greenscreen.djl.network.weights.PretrainedWeights;
import io.github.greenscreen.djl.network.weights.TargetNetwork;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.Preprocessing;
import io.github.greenscreen.weights.WeightsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The pretrained weights with which a training begins, if any, and what follows from them. */
final class InitialWeights {
  private final Optional<PretrainedWeights> pretrained;

  private InitialWeights(Optional<PretrainedWeights> pretrained) {
    this.pretrained = pretrained;
  }

  /**
   * Return the weights for a network of {@code classes} classes.
   *
   * @throws UnsupportedChoiceException if the file cannot be read, or does not fit the network
   */
  static InitialWeights of(Hyperparameters how, int classes) {
    TargetNetwork network = new TargetNetwork(how.model(), how.stem(), classes);
    boolean frozen = how.freeze() == Freeze.BACKBONE;
    try {
      return new InitialWeights(
          how.weights().map(file -> PretrainedWeights.read(file, network, frozen)));
    } catch (WeightsException e) {
      throw unsupported(e);
    }
  }

  private static UnsupportedChoiceException unsupported(WeightsException e) {
    return (UnsupportedChoiceException) new UnsupportedChoiceException(e.getMessage()).initCause(e);
  }

  /** Copy the pretrained weights into {@code network} on {@code device}. */
  void load(ScriptedNetwork network, Device device) {
    if (pretrained.isEmpty()) {
      return;
    }
    try (WeightLoader loader = new WeightLoader(device)) {
      loader.load(pretrained.get(), network);
    } catch (WeightsException e) {
      throw unsupported(e);
    }
  }

  /** Return the height and width to which images are enlarged; empty if they keep their size. */
  OptionalInt side() {
    return pretrained.map(weights -> weights.images().side()).orElse(OptionalInt.empty());
  }

  /**
   * Return the normalisation of pixels. Pretrained weights bring one, or need that of the training
   * images; without them it is {@code asked}.
   */
  ChannelNormalization scaling(Preprocessing asked, PixelStatistics statistics) {
    if (pretrained.isEmpty()) {
      return ChannelNormalization.of(asked, statistics);
    }
    ImageFormat images = pretrained.get().images();
    return images.mean().isEmpty()
        ? ChannelNormalization.of(Preprocessing.STANDARDIZATION, statistics)
        : ChannelNormalization.of(images.mean(), images.deviation());
  }

  /** Return the entries of {@code status.yaml} about the weights; none without weights. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    pretrained.ifPresent(
        weights -> {
          facts.put("weights_sha256", checksum(weights));
          facts.putAll(weights.facts());
        });
    return facts;
  }

  private static String checksum(PretrainedWeights weights) {
    try {
      return Sha256.of(weights.path());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the weights " + weights.path(), e);
    }
  }

  /** Return what weights decide instead of the configuration, keyed as in {@code status.yaml}. */
  Map<String, String> effective() {
    Map<String, String> effective = new LinkedHashMap<>();
    pretrained.ifPresent(
        weights -> {
          ImageFormat images = weights.images();
          effective.put("preprocessing_effective", images.normalization());
          images
              .side()
              .ifPresent(side -> effective.put("image_size_effective", Integer.toString(side)));
        });
    return effective;
  }
}
