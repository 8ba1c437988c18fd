package io.github.greenscreen.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TorchArchiveTest {
  private static final String ADVICE =
      "; expected arrays, dictionaries, lists, numbers, and texts only (nothing was executed); "
          + "save the weights alone: torch.save(model.state_dict(), \"weights.pth\")";

  private static final String ARRAY = "ctorch._utils\n_rebuild_tensor_v2\n";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("a.pth");
  }

  /** Python would run the command when it loads this file. */
  @Test
  void read_aPickleThatRunsACommand_isRefusedWithoutRunningIt() {
    Path victim = folder.resolve("victim");
    pickle("cposix\nsystem\n(", WeightFiles.text("touch " + victim), "tR.");
    assertRefused("byte 2 of archive/data.pkl holds the Python object posix.system");
    assertThat(victim).doesNotExist();
  }

  @Test
  void read_otherNames_isRefused() {
    pickle("cbuiltins\neval\n.");
    assertRefused("byte 2 of archive/data.pkl holds the Python object builtins.eval");
    pickle("ctorchvision.models.resnet\nResNet\n)\u0081.");
    assertRefused(
        "byte 2 of archive/data.pkl holds the Python object torchvision.models.resnet.ResNet");
    pickle("\u008c\u0002os\u008c\u0006system\u0093.");
    assertRefused("byte 14 of archive/data.pkl holds the Python object os.system");
    pickle("ctorch._utils\n_rebuild_tensor_v3\n.");
    assertRefused(
        "byte 2 of archive/data.pkl holds the Python object torch._utils._rebuild_tensor_v3");
  }

  @Test
  void read_callsOfOtherThings_isRefused() {
    pickle("ctorch\nFloatStorage\n)R.");
    assertRefused("byte 23 of archive/data.pkl holds a call of torch.FloatStorage");
    pickle("})R.");
    assertRefused("byte 4 of archive/data.pkl holds a call of something that is no function");
    pickle("]}b.");
    assertRefused("byte 4 of archive/data.pkl holds the state of something that has none");
  }

  @Test
  void read_instructionsThatWeightsDoNotNeed_isRefused() {
    pickle("(iposix\nsystem\n.");
    assertRefused("byte 3 of archive/data.pkl holds instruction 0x69, which weights do not need");
    pickle("}]K\u0001s.");
    assertRefused(
        "byte 6 of archive/data.pkl holds a key of a dictionary that is neither a text nor a "
            + "number");
  }

  @Test
  void read_aDamagedPickle_isRefused() {
    pickle("}(X\u00ff\u00ff\u00ff\u007fa");
    assertRefused("byte 4 of archive/data.pkl holds an instruction that is damaged or truncated");
    pickle("u.");
    assertRefused("byte 2 of archive/data.pkl holds an instruction that is damaged or truncated");
    pickle("h\u0005.");
    assertRefused("byte 2 of archive/data.pkl holds a reference to object 5, which does not exist");
  }

  @Test
  void read_anArrayBeyondItsStorage_isRefused() {
    Path good = new WeightFiles().zeros("a", 2, 3).stateDict(folder.resolve("good.pth"));
    assertThat(WeightsFile.read(good).arrays().get("a").shapeText()).isEqualTo("2×3");
    pickle(
        "}",
        WeightFiles.text("a"),
        ARRAY + "((",
        WeightFiles.text("storage"),
        "ctorch\nFloatStorage\n",
        WeightFiles.text("0"),
        WeightFiles.text("cpu"),
        "K\u0002tQK\u0001(K\u0002t(K\u0001ttRs.");
    assertRefused(
        "byte 105 of archive/data.pkl holds an array of shape 2 that reaches beyond its 8 bytes");
  }

  @Test
  void read_aMissingStorage_isRefused() {
    pickle(
        "}",
        WeightFiles.text("a"),
        ARRAY + "((",
        WeightFiles.text("storage"),
        "ctorch\nFloatStorage\n",
        WeightFiles.text("../../etc/passwd"),
        WeightFiles.text("cpu"),
        "K\u0002tQK\u0000(K\u0002t(K\u0001ttRs.");
    assertRefused(
        "byte 108 of archive/data.pkl holds an array whose numbers, "
            + "archive/data/../../etc/passwd, are missing");
  }

  @Test
  void read_aTruncatedArchive_isRefused() throws IOException {
    new WeightFiles().zeros("a", 100).stateDict(file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> WeightsFile.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            ("weights %s: begins as a zip archive, but is damaged or truncated; expected a whole "
                    + "file: download or write it again")
                .formatted(file));
  }

  @Test
  void read_aZipOfSomethingElse_isRefused() {
    WeightFiles.archive(file, Map.of("readme.txt", new byte[0]));
    assertThatThrownBy(() -> WeightsFile.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            ("weights %s: found a zip archive without data.pkl; expected a safetensors file, a "
                    + "state dict saved by PyTorch (.pth or .pt), or a TorchScript archive")
                .formatted(file));
  }

  @Test
  void read_anObjectWithoutArrays_isRefused() {
    pickle("]K\u0001a.");
    assertThatThrownBy(() -> WeightsFile.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            ("weights %s: archive/data.pkl holds no arrays; expected names with arrays: save the "
                    + "weights alone: torch.save(model.state_dict(), \"weights.pth\")")
                .formatted(file));
  }

  @Test
  void read_numbersOfABigEndianMachine_isRefused() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("data.pkl", WeightFiles.ascii("\u0080\u0002}."));
    entries.put("byteorder", WeightFiles.ascii("big"));
    WeightFiles.archive(file, entries);
    assertThatThrownBy(() -> WeightsFile.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessage(
            ("weights %s: the byte order is \"big\", expected \"little\"; save it on another "
                    + "machine")
                .formatted(file));
  }

  /** Write an archive with a pickle of protocol 2 and one storage of 8 bytes. */
  private void pickle(Object... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0x80, 2});
    for (Object part : parts) {
      bytes.writeBytes(part instanceof String text ? WeightFiles.ascii(text) : (byte[]) part);
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("data.pkl", bytes.toByteArray());
    entries.put("data/0", new byte[8]);
    WeightFiles.archive(file, entries);
  }

  private void assertRefused(String found) {
    assertThatThrownBy(() -> WeightsFile.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessage("weights %s: %s%s".formatted(file, found, ADVICE));
  }
}
