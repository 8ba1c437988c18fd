package io.github.greenscreen.data.shapes;

import io.github.greenscreen.data.cifar.CifarRecordFormat;
import io.github.greenscreen.data.cifar.RecordParser;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.SplitMix64;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The data set {@code shapes}: drawn into records of CIFAR-10 and parsed by the reader of CIFAR, so
 * that it follows the same path as real images.
 */
public final class ShapeImages {
  /** Number of images in the data set, equally many per class. */
  public static final int COUNT = 4000;

  /** Seed of the data set; it belongs to the data set, not to a run. */
  public static final long SEED = 22;

  /** SHA-256 of the records of {@link #COUNT} images drawn from {@link #SEED}. */
  public static final String SHA256 =
      "da01da559280e69756e9e83d0d1dce7dbcd78cfcc2406dd6644e321fe9768143";

  private static final List<Shape> SHAPES = List.of(Shape.values());

  private static final CifarRecordFormat FORM = new CifarRecordFormat(1, SHAPES.size(), 0);

  private ShapeImages() {}

  /** Draw {@code count} images; image i belongs to class i modulo ten. */
  public static ImageSet draw(int count, long seed) {
    return of(records(count, seed));
  }

  /** Return the images of {@code records}. */
  public static ImageSet of(byte[] records) {
    int count = records.length / FORM.bytes();
    RecordParser parser = new RecordParser(FORM, count);
    try {
      parser.parse(new ByteArrayInputStream(records), count, "shapes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parser.images("shapes", Shape.classes());
  }

  /** Draw {@code count} records of 1 + 3072 bytes. */
  public static byte[] records(int count, long seed) {
    byte[] records = new byte[count * FORM.bytes()];
    IntStream.range(0, count).parallel().forEach(i -> record(i, seed, records));
    return records;
  }

  private static void record(int i, long seed, byte[] records) {
    Shape shape = SHAPES.get(i % SHAPES.size());
    int at = i * FORM.bytes();
    records[at] = (byte) (i % SHAPES.size());
    new ShapePainter(new SplitMix64(SplitMix64.mixed(seed, i))).paint(shape, records, at + 1);
  }
}
