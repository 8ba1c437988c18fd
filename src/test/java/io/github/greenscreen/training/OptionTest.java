package io.github.greenscreen.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OptionTest {

  @Test
  void find_exactSpelling_givesTheConstant() {
    assertThat(Option.find(OptimizerKind.class, "RMSProp")).contains(OptimizerKind.RMSPROP);
  }

  @Test
  void find_noneInAnyCase_givesNone() {
    for (String none : new String[] {"None", "none", "NONE", "nOnE"}) {
      assertThat(Option.find(Augmentation.class, none)).contains(Augmentation.NONE);
    }
  }

  @Test
  void find_otherCaseOfOtherWords_isEmpty() {
    assertThat(Option.find(OptimizerKind.class, "adam")).isEmpty();
    assertThat(Option.find(OptimizerKind.class, "none")).isEmpty();
  }

  @Test
  void spellings_eachParameterOfTheStudy_areTheStudys() {
    assertThat(Option.spellings(Preprocessing.class))
        .containsExactly("None", "standardization", "robust_scaling", "minmax");
    assertThat(Option.spellings(Augmentation.class))
        .containsExactly("None", "random", "mixup", "cutmix");
    assertThat(Option.spellings(Precision.class))
        .startsWith("float16", "float32", "float64", "global_policy_float16")
        .endsWith("bfloat16"); // ours
    assertThat(Option.spellings(LrSchedule.class))
        .containsExactly("constant", "exponential", "polynomial", "cosine");
    assertThat(Option.spellings(OptimizerKind.class))
        .containsExactly("RMSProp", "SGD", "Adam", "AdamW");
    assertThat(Option.spellings(Internal.class))
        .containsExactly("None", "pre_quantization", "post_quantization", "jit_compilation");
    assertThat(Option.spellings(NetworkKind.class)).containsExactly("resnet50", "resnet20");
    assertThat(Option.spellings(Stem.class)).containsExactly("imagenet", "cifar");
  }
}
