package io.github.greenscreen.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutOfMemoryMessagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CUDA out of memory. Tried to allocate 2.00 GiB.",
        "java.lang.OutOfMemoryError: Java heap space",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "RuntimeError: GET was unable to find an engine to execute this computation",
      })
  void isOne_ofWhatIsSaidWhenMemoryRunsOut_isTrue(String text) {
    assertThat(OutOfMemoryMessages.isOne(text)).isTrue();
  }

  @Test
  void isOne_ofAnotherFault_isFalse() {
    assertThat(OutOfMemoryMessages.isOne("cuDNN error: CUDNN_STATUS_NOT_SUPPORTED")).isFalse();
  }
}
