package io.github.greenscreen.data.cifar;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Parses records of CIFAR's binary layouts into pixels and labels, one record at a time, so that no
 * file is held in memory as a whole. Not thread-safe.
 */
public final class RecordParser {
  private final CifarRecordFormat form;
  private final byte[] pixels;
  private final byte[] labels;
  private final byte[] record;
  private int done;

  /** Create a parser for {@code count} images in records of {@code form}. */
  public RecordParser(CifarRecordFormat form, int count) {
    this.form = form;
    this.pixels = new byte[Math.multiplyExact(count, ImageSet.IMAGE_BYTES)];
    this.labels = new byte[count];
    this.record = new byte[form.bytes()];
  }

  /**
   * Read {@code count} records.
   *
   * @param where the file, for messages
   * @throws DataException if a label is out of range or the records end early
   */
  public void parse(InputStream in, int count, String where) throws IOException {
    for (int i = 0; i < count; i++) {
      int found = in.readNBytes(record, 0, record.length);
      if (found < record.length) {
        throw new DataException(
            "%s: ends within record %s of %s; the file changed while it was read: try again"
                .formatted(where, i + 1, count));
      }
      keep(i, where);
    }
  }

  private void keep(int number, String where) {
    int last = form.labelBytes() - 1;
    if (last > 0) {
      check("coarse label", record[0], form.coarseClasses(), number, where);
    }
    check("label", record[last], form.classes(), number, where);
    labels[done] = record[last];
    System.arraycopy(record, last + 1, pixels, done * ImageSet.IMAGE_BYTES, ImageSet.IMAGE_BYTES);
    done++;
  }

  private void check(String what, byte found, int limit, int number, String where) {
    int label = Byte.toUnsignedInt(found);
    if (label >= limit) {
      throw new DataException(
          ("%s: record %s has %s %s, expected 0 to %s; the file is damaged or belongs to another"
                  + " data set: copy or fetch it again")
              .formatted(where, number + 1, what, label, limit - 1));
    }
  }

  /** Return the images read, which must be as many as the constructor was given. */
  public ImageSet images(String name, List<String> classes) {
    if (done != labels.length) {
      throw new IllegalStateException(done + " of " + labels.length + " records were parsed");
    }
    return new ImageSet(name, classes, pixels, labels);
  }
}
