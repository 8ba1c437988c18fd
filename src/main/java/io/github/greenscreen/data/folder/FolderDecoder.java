package io.github.greenscreen.data.folder;

import io.github.greenscreen.data.decoding.ImageDecoder;
import io.github.greenscreen.data.decoding.RgbImage;
import io.github.greenscreen.data.decoding.SquareFit;
import io.github.greenscreen.data.decoding.UnreadableImageException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Decodes the files of a listing on all processors. */
final class FolderDecoder {
  /** Largest file that is read, in bytes; larger ones are hardly single images. */
  private static final long MAX_BYTES = 1L << 28;

  private final List<ImageFile> files;
  private final int side;
  private final byte[] pixels;
  private final DecodingBudget budget;
  private final Queue<String> problems = new ConcurrentLinkedQueue<>();

  private FolderDecoder(List<ImageFile> files, int side, DecodingBudget budget) {
    this.files = files;
    this.side = side;
    this.pixels = new byte[Math.multiplyExact(files.size(), ImageSet.bytes(side))];
    this.budget = budget;
  }

  /**
   * Decode {@code files} to squares of {@code side}×{@code side} pixels.
   *
   * @param problems receives what cannot be decoded, each beginning with the name of the file
   * @return the pixels in the order of {@link ImageSet#pixels}; zeros for what cannot be decoded
   */
  static byte[] decode(List<ImageFile> files, int side, List<String> problems) {
    long reserved = (long) files.size() * ImageSet.bytes(side);
    return decode(files, side, problems, DecodingBudget.beside(reserved));
  }

  static byte[] decode(
      List<ImageFile> files, int side, List<String> problems, DecodingBudget budget) {
    FolderDecoder decoder = new FolderDecoder(files, side, budget);
    IntStream.range(0, files.size()).parallel().forEach(decoder::decode);
    problems.addAll(decoder.problems);
    return decoder.pixels;
  }

  private void decode(int i) {
    ImageFile file = files.get(i);
    try {
      if (file.bytes() > MAX_BYTES) {
        throw new IOException(
            String.format(Locale.ROOT, "%,d bytes, expected at most %,d", file.bytes(), MAX_BYTES));
      }
      byte[] bytes = Files.readAllBytes(file.path());
      int mib = DecodingBudget.mib(ImageDecoder.size(bytes).pixels());
      if (mib > budget.all()) {
        problems.add(tooLarge(file, mib));
        return;
      }
      budget.take(mib);
      try {
        RgbImage image = ImageDecoder.decode(bytes);
        SquareFit.write(image, side, pixels, i * ImageSet.bytes(side));
      } finally {
        budget.giveBack(mib);
      }
    } catch (UnreadableImageException e) {
      problems.add(file.name() + ": " + e.getMessage());
    } catch (IOException e) {
      problems.add("%s: cannot be read (%s)".formatted(file.name(), FailureReason.of(e)));
    }
  }

  private String tooLarge(ImageFile file, int mib) {
    return String.format(
        Locale.ROOT,
        "%s: decoding it needs %,d MiB of memory, but only %,d MiB are available; make it smaller, or set "
            + "GREENSCREEN_OPTS=-Xmx%dg",
        file.name(),
        mib,
        budget.all(),
        4 * mib / 1024 + 1);
  }
}
