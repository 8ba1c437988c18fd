package io.github.greenscreen.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads zip archives of PyTorch: a pickle {@code data.pkl} that refers to storages {@code data/…},
 * and for TorchScript also code, which is never read. The numbers of a storage are read when an
 * array needs them.
 */
final class TorchArchive {
  private static final String PICKLE = "data.pkl";

  /** A larger pickle holds more than names and shapes. */
  private static final int MAX_PICKLE = 1 << 26;

  private static final String ADVICE =
      "save the weights alone: torch.save(model.state_dict(), \"weights.pth\")";

  private final Path file;

  TorchArchive(Path file) {
    this.file = file;
  }

  StateDict read() {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String pickle = pickle(zip);
      String root = pickle.substring(0, pickle.length() - PICKLE.length());
      checkByteOrder(zip, root);
      Map<String, StoredArray> arrays = arrays(zip, pickle, root);
      boolean scripted = zip.getEntry(root + "constants.pkl") != null;
      if (arrays.isEmpty()) {
        throw new WeightsException(
            "weights %s: %s holds no arrays; expected names with arrays: %s"
                .formatted(file, pickle, ADVICE));
      }
      return new StateDict(file, scripted ? "TorchScript" : "PyTorch state dict", arrays, Map.of());
    } catch (ZipException e) {
      throw (WeightsException)
          new WeightsException(
                  ("weights %s: begins as a zip archive, but is damaged or truncated; expected a whole "
                          + "file: download or write it again")
                      .formatted(file))
              .initCause(e);
    } catch (IOException e) {
      throw WeightsFile.unreadable(file, e);
    }
  }

  /** Return the name of the pickle, which lies in the only folder at the top of the archive. */
  private String pickle(ZipFile zip) {
    return zip.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.matches("[^/]+/" + PICKLE))
        .findFirst()
        .orElseThrow(
            () ->
                new WeightsException(
                    "weights %s: found a zip archive without %s; %s"
                        .formatted(file, PICKLE, WeightsFile.EXPECTED)));
  }

  private void checkByteOrder(ZipFile zip, String root) throws IOException {
    ZipEntry entry = zip.getEntry(root + "byteorder");
    if (entry != null) {
      String order = new String(bytes(zip, entry, 16), StandardCharsets.US_ASCII).strip();
      if (!order.equals("little")) {
        throw new WeightsException(
            "weights %s: the byte order is \"%s\", expected \"little\"; save it on another machine"
                .formatted(file, order));
      }
    }
  }

  private Map<String, StoredArray> arrays(ZipFile zip, String pickle, String root)
      throws IOException {
    byte[] bytes = bytes(zip, zip.getEntry(pickle), MAX_PICKLE);
    try {
      TorchObjects objects = new TorchObjects(key -> storage(zip, root + "data/" + key));
      return ObjectGraph.arrays(PickleReader.read(bytes, objects));
    } catch (PickleException e) {
      throw (WeightsException)
          new WeightsException(
                  ("weights %s: byte %s of %s holds %s; expected arrays, dictionaries, lists, numbers, and "
                          + "texts only (nothing was executed); %s")
                      .formatted(file, e.position(), pickle, e.getMessage(), ADVICE))
              .initCause(e);
    }
  }

  private Storage storage(ZipFile zip, String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new PickleException("an array whose numbers, %s, are missing".formatted(name));
    }
    if (entry.getSize() > Integer.MAX_VALUE) {
      throw new PickleException(
          "an array in a storage of %s bytes, more than %s"
              .formatted(entry.getSize(), Integer.MAX_VALUE));
    }
    return new Part(file, name, entry.getSize());
  }

  private byte[] bytes(ZipFile zip, ZipEntry entry, int limit) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new WeightsException(
            "weights %s: %s has more than %s bytes; %s"
                .formatted(file, entry.getName(), limit, ADVICE));
      }
      return bytes;
    }
  }

  /** An entry of the archive. */
  private record Part(Path file, String name, long bytes) implements Storage {
    @Override
    public ByteBuffer read() {
      try (ZipFile zip = new ZipFile(file.toFile());
          InputStream in = zip.getInputStream(zip.getEntry(name))) {
        byte[] content = in.readNBytes(Math.toIntExact(bytes));
        if (content.length < bytes) {
          throw new IOException("%s ends too early".formatted(name));
        }
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
      } catch (IOException e) {
        throw WeightsFile.unreadable(file, e);
      }
    }
  }
}
