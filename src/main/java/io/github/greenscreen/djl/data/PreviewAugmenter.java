package io.github.greenscreen.djl.data;

import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import io.github.greenscreen.djl.transfer.HostCopy;
import io.github.greenscreen.training.engine.AugmentedPreview;
import io.github.greenscreen.training.engine.TrainingObserver;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** An augmenter that passes the first augmented images to an observer, without changing them. */
public final class PreviewAugmenter implements Augmenter {
  private final Augmenter next;
  private final List<String> classes;
  private final TrainingObserver observer;
  private int wanted;

  private PreviewAugmenter(
      Augmenter next, List<String> classes, TrainingObserver observer, int wanted) {
    this.next = next;
    this.classes = classes;
    this.observer = observer;
    this.wanted = wanted;
  }

  /**
   * Return an augmenter that shows images to {@code observer} once, or {@code next} itself if the
   * observer wants none.
   *
   * @param classes names of the classes
   */
  public static Augmenter shownTo(TrainingObserver observer, List<String> classes, Augmenter next) {
    int wanted = observer.previewSize();
    return wanted > 0 ? new PreviewAugmenter(next, classes, observer, wanted) : next;
  }

  @Override
  public int width() {
    return next.width();
  }

  @Override
  public float[] draw(int[] images, int epoch, SplittableRandom random) {
    return next.draw(images, epoch, random);
  }

  @Override
  public ImageBatch apply(ImageBatch batch, NDArray numbers, ScriptModule script) {
    ImageBatch varied = next.apply(batch, numbers, script);
    if (wanted > 0) {
      show(varied, Math.min(wanted, varied.size()), script);
      wanted = 0;
    }
    return varied;
  }

  private void show(ImageBatch varied, int count, ScriptModule script) {
    try (NDArray images = script.call("as_bytes", varied.images());
        NDArray labels = script.call("as_floats", varied.labels())) {
      byte[] all = HostCopy.bytes(images);
      byte[] pixels = Arrays.copyOf(all, count * (all.length / varied.size()));
      float[] shares = Arrays.copyOf(HostCopy.floats(labels), count * classes.size());
      observer.previewReady(new AugmentedPreview(classes, pixels, shares));
    }
  }
}
