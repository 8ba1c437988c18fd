package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.training.engine.AugmentedPreview;
import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import io.github.greenscreen.training.hyperparameter.Augmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreviewAugmenterTest {
  private static final List<String> CLASSES = List.of("a", "b", "c", "d");
  private static final int SIZE = 6;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ScriptModule script = ScriptModule.compile(Device.cpu(), Augmenters.METHODS);
  private final ImageBatch raw = TestPictures.batch(manager, SIZE);

  @AfterEach
  void free() {
    script.close();
    manager.close();
  }

  private record Viewer(int previewSize, List<AugmentedPreview> seen) implements TrainingObserver {
    @Override
    public void previewReady(AugmentedPreview preview) {
      seen.add(preview);
    }

    @Override
    public void trainingBegins(EngineInfo preparation) {}

    @Override
    public void epochEnded(EpochResult result) {}
  }

  @Test
  void shownTo_nobodyWhoWantsPictures_isTheAugmenterItself() {
    Augmenter next = Augmenters.of(Augmentation.MIXUP, 1, 32);
    assertThat(PreviewAugmenter.shownTo(new Viewer(0, List.of()), CLASSES, next)).isSameAs(next);
  }

  @ParameterizedTest
  @EnumSource
  void apply_twice_showsTheFirstBatchRounded(Augmentation kind) {
    Viewer viewer = new Viewer(64, new ArrayList<>());
    Augmenter augmenter = PreviewAugmenter.shownTo(viewer, CLASSES, Augmenters.of(kind, 1, 32));
    ImageBatch first = TestPictures.vary(raw, augmenter, 1, script);
    TestPictures.vary(raw, augmenter, 2, script);

    assertThat(viewer.seen).hasSize(1);
    AugmentedPreview seen = viewer.seen.get(0);
    assertThat(seen.classes()).isEqualTo(CLASSES);
    assertThat(seen.labels()).isEqualTo(first.labels().toFloatArray());
    float[] pixels = first.images().toFloatArray();
    double[] expected = new double[pixels.length];
    Arrays.setAll(expected, i -> Math.rint(pixels[i]));
    double[] actual = new double[pixels.length];
    Arrays.setAll(actual, i -> seen.pixels()[i] & 0xFF);
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void picturesSeen_withoutAugmentation_areTheBytesOfTheDataSet() {
    Viewer viewer = new Viewer(4, new ArrayList<>());
    Augmenter none = Augmenters.of(Augmentation.NONE, 1, 32);
    Augmenter augmenter = PreviewAugmenter.shownTo(viewer, CLASSES, none);
    assertThat(TestPictures.vary(raw, augmenter, 1, script)).isSameAs(raw);
    assertThat(viewer.seen.get(0).pixels())
        .isEqualTo(Arrays.copyOf(TestPictures.images(SIZE).pixels(), 4 * ImageSet.IMAGE_BYTES));
    assertThat(viewer.seen.get(0).size()).isEqualTo(4);
  }
}
