package io.github.greenscreen.training.hyperparameter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigChoiceTest {

  @Test
  void find_exactSpelling_givesTheConstant() {
    assertThat(ConfigChoice.find(OptimizerKind.class, "RMSProp")).contains(OptimizerKind.RMSPROP);
  }

  @Test
  void find_noneInAnyCase_givesNone() {
    for (String none : new String[] {"None", "none", "NONE", "nOnE"}) {
      assertThat(ConfigChoice.find(Augmentation.class, none)).contains(Augmentation.NONE);
    }
  }

  @Test
  void find_otherCaseOfOtherWords_isEmpty() {
    assertThat(ConfigChoice.find(OptimizerKind.class, "adam")).isEmpty();
    assertThat(ConfigChoice.find(OptimizerKind.class, "none")).isEmpty();
  }

  @Test
  void spellings_eachParameterOfTheStudy_areTheStudys() {
    assertThat(ConfigChoice.configNames(Preprocessing.class))
        .containsExactly("None", "standardization", "robust_scaling", "minmax");
    assertThat(ConfigChoice.configNames(Augmentation.class))
        .startsWith("None", "random", "mixup", "cutmix");
    assertThat(ConfigChoice.configNames(Precision.class))
        .startsWith("float16", "float32", "float64", "global_policy_float16")
        .endsWith("bfloat16"); // ours
    assertThat(ConfigChoice.configNames(LrSchedule.class))
        .startsWith("constant", "exponential", "polynomial", "cosine");
    assertThat(ConfigChoice.configNames(OptimizerKind.class))
        .startsWith("RMSProp", "SGD", "Adam", "AdamW");
    assertThat(ConfigChoice.configNames(ExecutionMode.class))
        .containsExactly("None", "pre_quantization", "post_quantization", "jit_compilation");
    assertThat(ConfigChoice.configNames(NetworkKind.class)).startsWith("resnet50", "resnet20");
    assertThat(ConfigChoice.configNames(Stem.class)).containsExactly("imagenet", "cifar");
  }
}
