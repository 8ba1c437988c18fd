package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.hyperparameter.Augmentation;
import org.junit.jupiter.api.Test;

class AugmentersTest {

  @Test
  void augmenter_ofEachKind_isItsOwnClass() {
    assertThat(Augmenters.of(Augmentation.MIXUP, 1, 32)).isInstanceOf(Mixup.class);
    assertThat(Augmenters.of(Augmentation.CUTMIX, 1, 32)).isInstanceOf(CutMix.class);
    assertThat(Augmenters.of(Augmentation.RANDOM, 1, 32)).isInstanceOf(RandomTransforms.class);
  }

  @Test
  void random_ofSeed_usesTheVariationsThatTheSeedChooses() {
    RandomTransforms augmenter = (RandomTransforms) Augmenters.of(Augmentation.RANDOM, 17, 32);
    assertThat(augmenter.variations()).isEqualTo(RandomTransforms.chosenBy(17).variations());
  }

  @Test
  void none_always_returnsTheBatchItself() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
        ScriptModule script = ScriptModule.compile(Device.cpu(), Augmenters.METHODS)) {
      ImageBatch raw = TestPictures.batch(manager, 2);
      Augmenter none = Augmenters.of(Augmentation.NONE, 1, 32);
      assertThat(TestPictures.vary(raw, none, 1, script)).isSameAs(raw);
    }
  }
}
