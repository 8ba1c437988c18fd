package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.DataPlacement;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobValidatorTest {

  @Test
  void batch_ofOneImageInTheLastStage_isRefused() {
    assertThatThrownBy(
            () -> JobValidator.check(Jobs.how("model", "resnet50", "batch_size", "1"), 9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "batches of one image (batch_size 1, training images 9) cannot train resnet50 "
                + "with the imagenet stem, because its last stage then has no variance to "
                + "normalise by; use 2 or more images (--set batch_size=4) or --set stem=cifar");
    assertThatThrownBy(
            () -> JobValidator.check(Jobs.how("model", "resnet50", "batch_size", "4"), 1))
        .hasMessageStartingWith("batches of one image (batch_size 4, training images 1) cannot");
  }

  @Test
  void batch_ofOneImageThatHasAVariance_isAccepted() {
    assertThatCode(
            () -> {
              JobValidator.check(Jobs.how("model", "resnet20", "batch_size", "1"), 9);
              JobValidator.check(
                  Jobs.how("model", "resnet50", "stem", "cifar", "batch_size", "1"), 9);
              JobValidator.check(Jobs.how("model", "resnet50", "batch_size", "2"), 9);
              JobValidator.check(
                  Jobs.how(
                      "model",
                      "resnet50",
                      "batch_size",
                      "1",
                      "weights",
                      "a",
                      "preprocessing",
                      "None"),
                  9);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void whitening_ofANetworkThatCannotWhiten_isRefused() {
    assertThatThrownBy(
            () ->
                JobValidator.check(Jobs.how("model", "resnet20", "initialization", "whitening"), 9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "the first layer of model resnet20 cannot whiten images; use"
                + " --set initialization=random, or --set model=airbench");
    assertThatCode(
            () ->
                JobValidator.check(Jobs.how("model", "airbench", "initialization", "whitening"), 9))
        .doesNotThrowAnyException();
  }

  @Test
  void quantization_ofANetworkWithoutIntegerKernels_isRefused() {
    assertThatThrownBy(
            () ->
                JobValidator.check(
                    Jobs.how("model", "vit_tiny", "internal", "post_quantization"), 9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "model vit_tiny cannot train with internal post_quantization: its layers have no "
                + "integer kernels; use --set internal=None, or a ResNet such as "
                + "--set model=resnet20");
    assertThatCode(
            () -> {
              JobValidator.check(Jobs.how("model", "vit_tiny", "internal", "jit_compilation"), 9);
              JobValidator.check(Jobs.how("model", "resnet44", "internal", "pre_quantization"), 9);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void filters_ofANetworkWithoutBlocksOfConvolutions_areRefused() {
    assertThatThrownBy(
            () ->
                JobValidator.check(
                    Jobs.how(
                        "model",
                        "efficientnet_b0",
                        "pruning_schedule",
                        "constant",
                        "pruning_structure",
                        "filter"),
                    9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "pruning_structure filter removes filters within the blocks of ResNets, but model is "
                + "efficientnet_b0; use --set pruning_structure=unstructured, or a ResNet such as "
                + "--set model=resnet20");
    assertThatCode(
            () -> {
              JobValidator.check(Jobs.how("model", "vit_tiny", "pruning_structure", "filter"), 9);
              JobValidator.check(
                  Jobs.how("pruning_schedule", "constant", "pruning_structure", "filter"), 9);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void filters_ofAFrozenBackbone_areRefused() {
    assertThatThrownBy(
            () ->
                JobValidator.check(
                    Jobs.how(
                        "weights",
                        "a.pth",
                        "preprocessing",
                        "None",
                        "freeze",
                        "backbone",
                        "pruning_schedule",
                        "constant",
                        "pruning_structure",
                        "filter"),
                    9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "pruning_structure filter removes filters of the backbone, but freeze backbone keeps "
                + "them; use --set freeze=none, or --set pruning_structure=unstructured");
  }

  @Test
  void pretraining_thatContradictsItself_isRefused() {
    assertThatThrownBy(() -> JobValidator.check(Jobs.how("freeze", "backbone"), 9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "freeze is backbone, but there are no pretrained weights to keep; use --weights FILE "
                + "or --set freeze=none");
    assertThatThrownBy(
            () -> JobValidator.check(Jobs.how("weights", "a.pth", "preprocessing", "minmax"), 9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "weights bring the normalisation of their own images, but preprocessing is minmax; "
                + "use --set preprocessing=None");
    assertThatCode(
            () ->
                JobValidator.check(
                    Jobs.how("weights", "a.pth", "preprocessing", "None", "freeze", "backbone"), 9))
        .doesNotThrowAnyException();
  }

  @Test
  void placement_withoutAGpu_isRefused() {
    assertThatThrownBy(() -> JobValidator.checkPlacement(placement("host", "false"), false))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "data_location host copies images to a GPU, but this run trains on the CPU; use"
                + " --set data_location=device and --set pin_memory=false");
    assertThatThrownBy(() -> JobValidator.checkPlacement(placement("device", "true"), true))
        .hasMessage(
            "pin_memory is for images that the host copies, but data_location is device; use"
                + " --set pin_memory=false, or --set data_location=host");
    assertThatCode(
            () -> {
              JobValidator.checkPlacement(placement("device", "false"), false);
              JobValidator.checkPlacement(placement("host", "true"), true);
              JobValidator.checkPlacement(placement("host", "false"), true);
            })
        .doesNotThrowAnyException();
  }

  private static DataPlacement placement(String location, String pinned) {
    return Jobs.how("data_location", location, "pin_memory", pinned).placement();
  }

  @Test
  void regularization_withoutAPlace_isRefused() {
    assertThatThrownBy(
            () ->
                JobValidator.check(
                    Jobs.how("model", "resnet20", "dropout", "0.1", "internal", "pre_quantization"),
                    9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "a network with dropout or stochastic_depth above 0 cannot train with internal"
                + " pre_quantization; use --set dropout=0 and --set stochastic_depth=0, or --set"
                + " internal=None");
    assertThatThrownBy(
            () -> JobValidator.check(Jobs.how("model", "airbench", "stochastic_depth", "0.2"), 9))
        .hasMessage(
            "model airbench has no residual branches that stochastic_depth 0.2 could leave out;"
                + " use --set stochastic_depth=0, or another model such as --set model=resnet20");
    assertThatCode(
            () -> {
              JobValidator.check(Jobs.how("model", "airbench", "dropout", "0.2"), 9);
              JobValidator.check(Jobs.how("model", "airbench", "stochastic_depth", "0"), 9);
              JobValidator.check(Jobs.how("model", "resnet20", "stochastic_depth", "0.2"), 9);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void patience_withQuantisation_isRefused() {
    assertThatThrownBy(
            () ->
                JobValidator.check(
                    Jobs.how("model", "resnet20", "patience", "3", "internal", "post_quantization"),
                    9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "patience 3 cannot end a training with internal post_quantization, which quantises in"
                + " the last planned epoch; use --set patience=None, or --set internal=None");
    assertThatCode(
            () -> JobValidator.check(Jobs.how("patience", "3", "internal", "jit_compilation"), 9))
        .doesNotThrowAnyException();
  }

  /** Without the refusal this training would begin, and its validation would be NaN. */
  @Test
  void batch_ofOneImage_isRefusedBeforeTrainingBegins() {
    TrainingObserver silent = new Silent();
    TrainingJob job =
        Jobs.job(Jobs.how("model", "resnet50", "batch_size", "1"), 1, 1, Optional.empty());
    assertThatThrownBy(() -> new DjlTrainer().train(job, silent))
        .isInstanceOf(UnsupportedChoiceException.class);
  }

  private static final class Silent implements TrainingObserver {
    @Override
    public void trainingBegins(EngineInfo preparation) {
      throw new AssertionError("began");
    }

    @Override
    public void epochEnded(EpochResult result) {}
  }

  @Test
  void batch_ofOneImage_isJudgedByTheSizeOfTheImages() {
    assertThatThrownBy(
            () ->
                JobValidator.check(
                    Jobs.how(
                        "model",
                        "efficientnet_b0",
                        "stem",
                        "cifar",
                        "batch_size",
                        "1",
                        "image_size",
                        "16"),
                    9))
        .hasMessage(
            "batches of one image (batch_size 1, training images 9) cannot train efficientnet_b0 "
                + "with the cifar stem, because its last stage then has no variance to normalise "
                + "by; use 2 or more images (--set batch_size=4) or a larger image_size");
    assertThatCode(
            () ->
                JobValidator.check(
                    Jobs.how("model", "resnet50", "batch_size", "1", "image_size", "48"), 9))
        .doesNotThrowAnyException();
  }

  @Test
  void imageSize_thatTheNetworkCannotRead_isRefused() {
    assertThatThrownBy(
            () -> JobValidator.check(Jobs.how("model", "vit_small", "image_size", "9"), 9))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "model vit_small reads patches of 4x4 pixels, but image_size is 9; use a multiple of "
                + "4, such as --set image_size=8");
  }
}
