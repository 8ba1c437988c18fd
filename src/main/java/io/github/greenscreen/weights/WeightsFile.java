package io.github.greenscreen.weights;

import io.github.greenscreen.failure.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recognises the format of a file of weights by its first bytes, and reads it. */
public final class WeightsFile {
  /** What a file may be, for error messages. */
  static final String EXPECTED =
      "expected a safetensors file, a state dict saved by PyTorch (.pth or .pt), or a TorchScript "
          + "archive";

  private static final int HEAD = 9;

  /** First byte of a pickle of protocol 2 or later. */
  private static final int PICKLE = 0x80;

  private WeightsFile() {}

  /**
   * Read the names, formats, and shapes of the arrays in {@code file}; their numbers are read from
   * the file when they are needed.
   *
   * @throws WeightsException if the file is missing, damaged, or holds anything but weights
   */
  public static StateDict read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new WeightsException(
          Files.isDirectory(file)
              ? "weights %s: found a folder; %s".formatted(file, EXPECTED)
              : "weights %s: no such file; check the path".formatted(file));
    }
    byte[] head = head(file);
    if (startsWith(head, 'P', 'K', 3, 4)) {
      return new TorchArchive(file).read();
    }
    if (startsWith(head, PICKLE)) {
      throw new WeightsException(
          ("weights %s: found a pickle without a zip archive, as PyTorch before 1.6 wrote it; save it "
                  + "again with a newer PyTorch: torch.save(torch.load(\"%s\", "
                  + "weights_only=True), \"new.pth\")")
              .formatted(file, file.getFileName()));
    }
    if (head.length == HEAD && head[HEAD - 1] == '{') {
      return new SafetensorsFile(file).read();
    }
    throw new WeightsException("weights %s: found an unknown format; %s".formatted(file, EXPECTED));
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HEAD);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (Byte.toUnsignedInt(head[i]) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  static WeightsException unreadable(Path file, IOException failure) {
    return (WeightsException)
        new WeightsException(
                "weights %s: cannot be read: %s".formatted(file, FailureReason.of(failure)))
            .initCause(failure);
  }
}
