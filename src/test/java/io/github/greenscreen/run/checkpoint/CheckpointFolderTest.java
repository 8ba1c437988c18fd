package io.github.greenscreen.run.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.Golden;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.checkpoint.CheckpointFolder.Saved;
import io.github.greenscreen.run.model.RunFolderException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFolderTest {
  @TempDir private Path temporary;
  private Path path;
  private CheckpointFolder folder;
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void makeRun() throws IOException {
    Path run = Files.createDirectories(temporary.resolve("runs/017"));
    path = run.resolve("checkpoint");
    folder = new RunFolder(run).checkpoints();
  }

  @Test
  void newest_ofNone_isEmpty() {
    assertThat(folder.newest(warnings::add)).isEmpty();
    assertThat(folder.exists()).isFalse();
    folder.delete();
    assertThat(path).doesNotExist();
  }

  @Test
  void newest_ofWhatWasSaved_isTheSame() throws IOException {
    save(1);
    save(2);
    Saved saved = folder.newest(warnings::add).orElseThrow();
    assertThat(saved.checkpoint()).isEqualTo(checkpoint(2));
    assertThat(content(saved)).isEqualTo("state 2");
    assertThat(folder.exists()).isTrue();
    assertThat(warnings).isEmpty();
  }

  @Test
  void save_writesTheGoldenManifest() throws IOException {
    save(3);
    String manifest = Files.readString(path.resolve("epoch-003.yaml"));
    Golden.check(CheckpointFolderTest.class, "checkpoint.yaml", manifest);
  }

  @Test
  void save_keepsTheLastTwoAndNoLeftOvers() throws IOException {
    save(1);
    Files.writeString(path.resolve(".epoch-002.state.4711"), "half");
    Files.writeString(path.resolve("notes.txt"), "mine");
    save(2);
    save(5);
    assertThat(names())
        .containsExactly(
            "epoch-002.state", "epoch-002.yaml", "epoch-005.state", "epoch-005.yaml", "notes.txt");
  }

  @Test
  void save_afterGoingBack_dropsWhatCameLater() throws IOException {
    save(1);
    save(2);
    Files.writeString(path.resolve("epoch-002.state"), "broken!");
    assertThat(epochs()).contains(1);
    save(2);
    assertThat(epochs()).contains(2);
    save(1);
    assertThat(names()).containsExactly("epoch-001.state", "epoch-001.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "stat", "stXte 2", "state 2 and more"})
  void newest_stateIsBroken_isTheOneBefore(String content) throws IOException {
    save(1);
    save(2);
    Files.writeString(path.resolve("epoch-002.state"), content);
    assertThat(epochs()).contains(1);
    String found =
        content.length() == 7
            ? " was modified"
            : " has %s bytes, expected 7".formatted(content.length());
    assertThat(warnings)
        .containsExactly(
            "checkpoint is broken: "
                + path.resolve("epoch-002.state")
                + found
                + "; looking for an older one");
  }

  @Test
  void newest_stateIsMissing_isTheOneBefore() throws IOException {
    save(1);
    save(2);
    Files.delete(path.resolve("epoch-002.state"));
    assertThat(epochs()).contains(1);
    assertThat(warnings)
        .containsExactly(
            "checkpoint is broken: %s is missing; looking for an older one"
                .formatted(path.resolve("epoch-002.state")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, 200, 350})
  void newest_manifestIsCutOff_isTheOneBefore(int length) throws IOException {
    save(1);
    save(2);
    Path manifest = path.resolve("epoch-002.yaml");
    Files.writeString(manifest, Files.readString(manifest).substring(0, length));
    assertThat(epochs()).contains(1);
    assertThat(warnings)
        .containsExactly(
            "checkpoint is broken: %s: truncated or modified; looking for an older one"
                .formatted(manifest));
  }

  @Test
  void newest_manifestWasChanged_isTheOneBefore() throws IOException {
    save(1);
    save(2);
    Path manifest = path.resolve("epoch-002.yaml");
    Files.writeString(manifest, Files.readString(manifest).replace("0.01", "0.02"));
    assertThat(epochs()).contains(1);
  }

  @Test
  void newest_allBroken_isEmpty() throws IOException {
    save(1);
    save(2);
    Files.writeString(path.resolve("epoch-001.yaml"), "");
    Files.delete(path.resolve("epoch-002.state"));
    assertThat(epochs()).isEmpty();
    assertThat(warnings).hasSize(2);
  }

  @Test
  void rewrite_changesWhatItSaysAndKeepsTheState() throws IOException {
    save(1);
    Checkpoint now = checkpoint(1).settled(Map.of("load", 2.5), Map.of("gaps", "1"), 99);
    folder.rewrite(now);
    Saved saved = folder.newest(warnings::add).orElseThrow();
    assertThat(saved.checkpoint()).isEqualTo(now);
    assertThat(saved.checkpoint().untilMillis()).isEmpty();
    assertThat(content(saved)).isEqualTo("state 1");
  }

  @Test
  void delete_removesCheckpointsAlone() throws IOException {
    save(1);
    Files.writeString(path.resolve("notes.txt"), "mine");
    folder.delete();
    assertThat(names()).containsExactly("notes.txt");
    Files.delete(path.resolve("notes.txt"));
    save(1);
    folder.delete();
    assertThat(path).doesNotExist();
  }

  @Test
  void save_failingInTheMiddle_leavesTheOneBefore() throws IOException {
    save(1);
    assertThatThrownBy(
            () ->
                folder.save(
                    checkpoint(2),
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(RunFolderException.class)
        .hasMessage("cannot write " + path + ": No space left on device");
    assertThat(names()).containsExactly("epoch-001.state", "epoch-001.yaml");
    assertThat(epochs()).contains(1);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges there")
  void folder_thatIsALinkOutOfTheRunsFolder_isRefusedAndUntouched() throws IOException {
    Path outside = Files.createDirectories(temporary.resolve("outside"));
    Files.writeString(outside.resolve("epoch-001.yaml"), "precious");
    Files.createSymbolicLink(path, outside);
    String sentence =
        "%s is a link to outside the runs folder %s; remove it"
            .formatted(path, temporary.toRealPath().resolve("runs"));
    assertThatThrownBy(() -> folder.newest(warnings::add)).hasMessage(sentence);
    assertThatThrownBy(() -> save(1)).hasMessage(sentence);
    assertThatThrownBy(() -> folder.delete()).hasMessage(sentence);
    assertThatThrownBy(() -> folder.rewrite(checkpoint(1))).hasMessage(sentence);
    assertThat(outside.resolve("epoch-001.yaml")).hasContent("precious");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need privileges there")
  void files_thatAreLinks_areNotFollowed() throws IOException {
    Path outside = Files.writeString(temporary.resolve("precious"), "state 1");
    save(1);
    Files.delete(path.resolve("epoch-001.state"));
    Files.createSymbolicLink(path.resolve("epoch-001.state"), outside);
    assertThat(epochs()).isEmpty();
    save(1);
    assertThat(epochs()).contains(1);
    assertThat(outside).hasContent("state 1");
    assertThat(Files.isSymbolicLink(path.resolve("epoch-001.state"))).isFalse();
  }

  private void save(int epochs) {
    byte[] state = ("state " + epochs).getBytes(StandardCharsets.UTF_8);
    folder.save(checkpoint(epochs), out -> out.write(state));
  }

  private static Checkpoint checkpoint(int epochs) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("lr", "0.01");
    asked.put("augmentation", "None");
    return new Checkpoint(
        epochs,
        asked,
        Map.of("train", 0.1 + 0.2),
        Map.of("bridged_Wh", "NaN"),
        33,
        OptionalLong.of(1_769_857_200_000L),
        List.of("epoch,time,loss", "pre,2026-01-31 12:00:00,0.000000", "0,\"a: 'b'\",nan"));
  }

  private Optional<Integer> epochs() {
    return folder.newest(warnings::add).map(saved -> saved.checkpoint().epochs());
  }

  private static String content(Saved saved) throws IOException {
    try (InputStream in = saved.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
