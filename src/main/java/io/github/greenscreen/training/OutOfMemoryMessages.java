package io.github.greenscreen.training;

import io.github.greenscreen.failure.JavaNames;
import io.github.greenscreen.run.model.RunPlan;
import java.util.List;
import java.util.Locale;

/** Recognises error messages about exhausted memory of the machine, the JVM, or a GPU. */
public final class OutOfMemoryMessages {
  private static final List<String> SIGNS =
      List.of(
          "out of memory",
          "outofmemoryerror",
          "std::bad_alloc",
          "can't allocate memory",
          "not enough memory",
          "cannot allocate memory",
          "insufficient memory for the java runtime",
          "cudnn_status_alloc_failed",
          "cublas_status_alloc_failed",
          // cuDNN reports this if no algorithm has enough memory for its workspace.
          "unable to find an engine to execute this computation");

  private OutOfMemoryMessages() {}

  /** Tell whether {@code text} reports exhausted memory. */
  public static boolean isOne(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return SIGNS.stream().anyMatch(lower::contains);
  }

  /** Return a sentence about the run of {@code plan} that failed with {@code text}. */
  public static String sentence(RunPlan plan, String text) {
    return "out of memory with batch_size %s (%s); try a smaller batch_size"
        .formatted(FailureMessage.value("batch_size", plan), JavaNames.removedFrom(text));
  }
}
