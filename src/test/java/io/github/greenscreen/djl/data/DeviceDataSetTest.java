package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.PixelStatistics;
import io.github.greenscreen.data.split.PixelStatistics.Channel;
import io.github.greenscreen.training.hyperparameter.Augmentation;
import io.github.greenscreen.training.hyperparameter.DataPlacement;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import io.github.greenscreen.training.hyperparameter.Preprocessing;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceDataSetTest {
  private static final ImageSet IMAGES = TestPictures.images(10);
  private static final PixelStatistics STATISTICS = PixelStatistics.of(IMAGES, new int[] {0, 1, 2});
  private static final int PLANE = ImageSet.SIDE * ImageSet.SIDE;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, FLOAT32, 0",
    "STANDARDIZATION, FLOAT32, 1e-6",
    "ROBUST_SCALING, FLOAT32, 1e-6",
    "MINMAX, FLOAT32, 1e-6",
    "STANDARDIZATION, FLOAT64, 1e-13",
    "MINMAX, FLOAT64, 1e-13",
  })
  void batch_ofIndices_isThePixelsScaledInThatOrder(
      Preprocessing kind, DataType type, double tolerance) {
    int[] indices = {7, 2, 2, 9};
    try (DeviceDataSet images = open(kind, type)) {
      ImageBatch batch = plain(images, manager, indices);

      assertThat(batch.images().getDataType()).isEqualTo(type);
      assertThat(batch.images().getShape()).isEqualTo(new Shape(4, 3, 32, 32));
      for (int i = 0; i < indices.length; i++) {
        double[] row = TestPictures.row(batch.images(), i);
        assertThat(TestPictures.distance(row, expected(kind, indices[i])))
            .isLessThanOrEqualTo(tolerance);
      }
    }
  }

  /** A pixel of twice the size lies a quarter of a pixel from the nearest centre. */
  @Test
  void batch_ofAnotherSize_isEnlarged() {
    ChannelNormalization scaling =
        ChannelNormalization.of(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));
    try (DeviceDataSet plain = open(scaling, OptionalInt.empty());
        DeviceDataSet large = open(scaling, OptionalInt.of(64))) {
      NDArray small = plain(plain, manager, 4).images();
      NDArray images = plain(large, manager, 4).images();
      assertThat(images.getShape()).isEqualTo(new Shape(1, 3, 64, 64));
      double[] pixels = small.get("0, 1, 3, 7:9").toDoubleArray();
      assertThat(images.get("0, 1, 0, 0").toDoubleArray()[0])
          .isCloseTo(small.get("0, 1, 0, 0").toDoubleArray()[0], within(1e-12));
      double[] column = small.get("0, 1, 4, 7:9").toDoubleArray();
      double between =
          0.75 * (0.75 * pixels[0] + 0.25 * pixels[1])
              + 0.25 * (0.75 * column[0] + 0.25 * column[1]);
      assertThat(images.get("0, 1, 7, 15").toDoubleArray()[0]).isCloseTo(between, within(1e-12));
    }
  }

  @Test
  void labels_ofIndices_areOneHot() {
    try (DeviceDataSet images = open(Preprocessing.NONE, DataType.FLOAT64)) {
      ImageBatch batch = plain(images, manager, 5, 0, 3);
      assertThat(batch.size()).isEqualTo(3);
      assertThat(batch.labels().getShape()).isEqualTo(new Shape(3, 4));
      assertThat(batch.labels().toDoubleArray())
          .containsExactly(0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1);
    }
  }

  @Test
  void batch_always_belongsToTheManagerGiven() {
    try (DeviceDataSet images = open(Preprocessing.MINMAX, DataType.FLOAT32)) {
      int before = manager.getManagedArrays().size();
      for (Augmentation kind : Augmentation.values()) {
        try (NDManager own = manager.newSubManager();
            DeviceBatches batches =
                DeviceBatches.drawn(
                    own, List.of(new int[] {1, 2}), Augmenters.of(kind, 1, 32), 0, random())) {
          try (NDManager scope = own.newSubManager()) {
            ImageBatch varied = images.batch(batches.get(scope, 0), Augmenters.of(kind, 1, 32));
            assertThat(varied.images().getManager()).isSameAs(scope);
            assertThat(varied.labels().getManager()).isSameAs(scope);
          }
        }
        assertThat(manager.getManagedArrays().size()).as("after %s", kind).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void trainingBatch_sameSeed_isTheSame(Augmentation kind) {
    try (DeviceDataSet images = open(Preprocessing.STANDARDIZATION, DataType.FLOAT32)) {
      float[] first = varied(images, kind, 5);
      assertThat(varied(images, kind, 5)).isEqualTo(first);
      if (kind == Augmentation.NONE) {
        assertThat(first).isEqualTo(plain(images));
        assertThat(varied(images, kind, 6)).isEqualTo(first);
      } else {
        assertThat(first).isNotEqualTo(plain(images));
        boolean draws = kind != Augmentation.ALTERNATING_FLIP; // its images follow from the run
        assertThat(Arrays.equals(varied(images, kind, 6), first)).isNotEqualTo(draws);
      }
    }
  }

  /** The copy of a batch to the device of this test, a CPU, is the batch itself. */
  @ParameterizedTest
  @EnumSource
  void batch_fromTheHost_isTheSame(Augmentation kind) {
    ChannelNormalization scaling =
        ChannelNormalization.of(Preprocessing.STANDARDIZATION, STATISTICS);
    DataPlacement onHost = new DataPlacement(DataPlacement.Location.HOST, false);
    try (DeviceDataSet device = open(Preprocessing.STANDARDIZATION, DataType.FLOAT32);
        DeviceDataSet host =
            new DeviceDataSet(
                manager,
                IMAGES,
                scaling,
                OptionalInt.empty(),
                MemoryFormat.CHANNELS_LAST,
                DataType.FLOAT32,
                onHost)) {
      assertThat(varied(host, kind, 5)).isEqualTo(varied(device, kind, 5));
      try (NDManager scope = manager.newSubManager()) {
        ImageBatch batch = plain(host, scope, 3, 0, 3);
        assertThat(batch.images().getManager()).isSameAs(scope);
        assertThat(batch.labels().getManager()).isSameAs(scope);
        assertThat(batch.images().toFloatArray())
            .isEqualTo(plain(device, scope, 3, 0, 3).images().toFloatArray());
      }
    }
  }

  private DeviceDataSet open(ChannelNormalization scaling, OptionalInt side) {
    return new DeviceDataSet(
        manager,
        IMAGES,
        scaling,
        side,
        MemoryFormat.CHANNELS_LAST,
        DataType.FLOAT64,
        DataPlacement.ON_DEVICE);
  }

  private DeviceDataSet open(Preprocessing kind, DataType type) {
    ChannelNormalization scaling = ChannelNormalization.of(kind, STATISTICS);
    return new DeviceDataSet(manager, IMAGES, scaling, MemoryFormat.CHANNELS_LAST, type);
  }

  private float[] plain(DeviceDataSet images) {
    return plain(images, manager, 0, 1, 2, 3, 4).images().toFloatArray();
  }

  private static ImageBatch plain(DeviceDataSet images, NDManager manager, int... indices) {
    DeviceBatches batches = DeviceBatches.unvaried(manager, List.of(indices));
    return images.batch(batches.get(manager, 0), Augmenters.none());
  }

  private float[] varied(DeviceDataSet images, Augmentation kind, long seed) {
    Augmenter augmenter = Augmenters.of(kind, 1, 32);
    List<int[]> order = List.of(new int[] {0, 1, 2, 3, 4});
    DeviceBatches batches =
        DeviceBatches.drawn(manager, order, augmenter, 0, new SplittableRandom(seed));
    return images.batch(batches.get(manager, 0), augmenter).images().toFloatArray();
  }

  private static SplittableRandom random() {
    return new SplittableRandom(1);
  }

  private static double[] expected(Preprocessing kind, int image) {
    double[] result = new double[TestPictures.PIXELS];
    Arrays.setAll(
        result,
        i -> {
          Channel c = STATISTICS.channels().get(i / PLANE);
          double pixel = pixel(image, i);
          return switch (kind) {
            case NONE -> pixel;
            case STANDARDIZATION -> (pixel - c.mean()) / c.standardDeviation();
            case ROBUST_SCALING -> (pixel - c.median()) / c.interquartileRange();
            case MINMAX -> (pixel - c.min()) / (c.max() - c.min());
          };
        });
    return result;
  }

  private static int pixel(int image, int at) {
    return IMAGES.pixels()[image * TestPictures.PIXELS + at] & 0xFF;
  }
}
