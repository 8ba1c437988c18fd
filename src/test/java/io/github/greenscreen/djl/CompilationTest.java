package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompilationTest {

  /** A process of its own, for TorchScript tells on its standard error which executor it uses. */
  public static final class OneEpoch implements TrainingObserver {
    public static void main(String[] args) {
      new DjlTrainer()
          .train(Jobs.job(Jobs.how("internal", args[0]), 4, 1, Optional.empty()), new OneEpoch());
    }

    @Override
    @SuppressWarnings("SystemOut") // another process reads it
    public void trainingBegins(EngineInfo preparation) {
      System.err.println("graph_executor: " + preparation.facts().get("graph_executor"));
    }

    @Override
    @SuppressWarnings("SystemOut") // another process reads it
    public void epochEnded(EpochResult result) {
      System.err.printf(
          "epoch %d compiled %b trained %d%n",
          result.epoch(), result.compileSeconds() > 0, result.images());
    }
  }

  @Test
  void jitCompilation_asked_profilesAndDifferentiatesGraphs() throws Exception {
    assertThat(log("jit_compilation"))
        .contains("prim::profile", "prim::DifferentiableGraph", "tensorexpr_fuser")
        .contains("graph_executor: profiling")
        .contains("epoch 0 compiled true trained 0")
        .contains("epoch 3 compiled false trained 48");
  }

  @Test
  void jitCompilation_notAsked_runsFunctionsAsTheyAreWritten() throws Exception {
    assertThat(log("None"))
        .contains("NoOpt Graph")
        .doesNotContain("prim::profile", "DifferentiableGraph", "tensorexpr_fuser")
        .contains("graph_executor: plain")
        .contains("epoch 0 compiled false trained 48");
  }

  private static String log(String internal) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = System.getProperty("java.class.path");
    ProcessBuilder builder =
        new ProcessBuilder(java, "-cp", path, OneEpoch.class.getName(), internal);
    builder
        .environment()
        .put("PYTORCH_JIT_LOG_LEVEL", ">profiling_graph_executor_impl:>tensorexpr_fuser");
    Process process = builder.redirectErrorStream(true).start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(log).isZero();
    return log;
  }
}
