package io.github.greenscreen.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FailureMessageTest {
  @Test
  void of_causeSaysMore_appendsItsFirstLine() {
    Throwable root = new UnsatisfiedLinkError("libx.so: cannot open shared object file\nmore");
    Throwable outer =
        new IllegalStateException(
            "Failed to load PyTorch native library", new RuntimeException("middle", root));

    assertThat(FailureMessage.of(outer))
        .isEqualTo(
            "Failed to load PyTorch native library: libx.so: cannot open shared object file");
  }

  @Test
  void of_messageRepeatsTheCause_saysItOnce() {
    Throwable root = new IllegalStateException("disk full");

    assertThat(FailureMessage.of(new RuntimeException(root))).isEqualTo("disk full");
    assertThat(FailureMessage.of(new RuntimeException("cannot write: disk full", root)))
        .isEqualTo("cannot write: disk full");
  }

  @Test
  void of_noMessageAnywhere_isAnInternalError() {
    assertThat(FailureMessage.of(new IllegalStateException())).isEqualTo("internal error");
    assertThat(
            FailureMessage.of(
                new IllegalStateException((String) null, new RuntimeException("why"))))
        .isEqualTo("why");
  }

  @Test
  void of_causesInACircle_ends() {
    Exception first = new IllegalStateException("first");
    Exception second = new IllegalStateException("second", first);
    first.initCause(second);

    assertThat(FailureMessage.of(first)).startsWith("first");
  }

  @Test
  void ofSentence_withACause_isTheSentenceAlone() {
    Throwable sentence = new RuntimeException("disk full; make room", new RuntimeException("28"));

    assertThat(FailureMessage.ofSentence(sentence)).isEqualTo("disk full; make room");
  }

  @Test
  void of_longMessage_isCut() {
    assertThat(FailureMessage.of(new RuntimeException("x".repeat(500)))).hasSize(301).endsWith("…");
  }
}
