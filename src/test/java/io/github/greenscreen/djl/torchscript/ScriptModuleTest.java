package io.github.greenscreen.djl.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptModuleTest {
  private static final String METHODS =
      """
        def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.mul(x, 3)
        def minus(self: __torch__.Ops, x: Tensor, y: Tensor) -> Tensor:
          return torch.sub(x, y)
        def joined(self: __torch__.Ops, x: Tensor, p: List[Tensor]) -> Tensor:
          return torch.add(torch.cat(p), x)
        def grow(self: __torch__.Ops, p: List[Tensor], by: float, times: int, twice: bool) -> Tensor:
          torch._foreach_add_(p, torch.mul(by, times))
          if twice:
            torch._foreach_add_(p, torch.mul(by, times))
          return p[0]
        def negate(self: __torch__.Ops, x: Tensor) -> Tensor:
          return torch.neg_(x)
      """;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
  private final ScriptModule script = ScriptModule.compile(Device.cpu(), METHODS);

  @AfterEach
  void free() {
    script.close();
    manager.close();
  }

  @Test
  void compile_notTorchScript_quotesTheText() {
    String wrong =
        "  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:\n    return torch.nonsense(x)\n";
    assertThatThrownBy(() -> ScriptModule.compile(Device.cpu(), wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot compile this TorchScript:\n" + wrong)
        .hasCauseInstanceOf(EngineException.class)
        .rootCause()
        .hasMessageContaining("nonsense");
  }

  @Test
  void call_forwardAndNamedMethods_runsTheMethodAsked() {
    assertThat(script.call("forward", floats(1, 2)).toFloatArray()).containsExactly(3, 6);
    assertThat(script.call("minus", floats(1, 2), floats(5, 5)).toFloatArray())
        .containsExactly(-4, -3);
    assertThat(script.call("minus", floats(9), floats(5)).toFloatArray()).containsExactly(4);
  }

  @Test
  void call_list_isPassedTogetherInOrder() {
    NDArray first = floats(1);
    NDArray second = floats(2, 3);

    NDArray result = script.call("joined", new NDList(floats(10)), List.of(List.of(first, second)));

    assertThat(result.toFloatArray()).containsExactly(11, 12, 13);
  }

  @Test
  void call_inputsList_isLeftAsItWas() {
    NDList inputs = new NDList(floats(3), floats(1));
    script.infer("minus", inputs, List.of());
    assertThat(inputs).hasSize(2);
  }

  @Test
  void call_result_belongsToTheManagerOfTheFirstInput() {
    try (NDManager batch = manager.newSubManager()) {
      NDArray first = batch.create(new float[] {1});
      NDArray result = script.call("minus", first, floats(2));
      assertThat(result.getManager()).isSameAs(batch);
    }
  }

  @Test
  void call_resultOfAClosedManager_isFreed() {
    NDManager batch = manager.newSubManager();
    NDArray result = script.call("forward", batch.create(new float[] {1}));
    batch.close();
    assertThatThrownBy(result::toFloatArray).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void call_withGradients_letsThemFlowThrough() {
    NDArray leaf = floats(1, 2);
    leaf.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      NDArray tripled = script.call("forward", leaf);
      collector.backward(script.call("minus", tripled.mul(tripled), leaf).sum());
    }
    assertThat(leaf.getGradient().toFloatArray()).containsExactly(17, 35); // 18x − 1
  }

  @Test
  void call_withGradients_makesLeavesThatTakeThem() {
    NDArray made = script.call("forward", floats(1));
    made.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
      collector.backward(made.mul(made));
    }
    assertThat(made.getGradient().toFloatArray()).containsExactly(6);
  }

  @Test
  void call_withoutGradients_givesInferenceArraysThatTakeNone() {
    NDArray made = script.infer("forward", new NDList(floats(1)), List.of());
    assertThatThrownBy(() -> made.setRequiresGradient(true)).isInstanceOf(EngineException.class);
  }

  @Test
  void run_listsAndNumbers_changesArgumentsInPlace() {
    NDArray first = floats(1);
    NDArray second = floats(2, 3);

    script.run("grow", List.of(first, second), 0.5, 4L, true);
    assertThat(first.toFloatArray()).containsExactly(5);
    assertThat(second.toFloatArray()).containsExactly(6, 7);
    script.run("grow", List.of(first), 1.0, 2L, false);
    assertThat(first.toFloatArray()).containsExactly(7);
  }

  @Test
  void run_leafThatTakesGradients_isChangedInPlace() {
    NDArray leaf = floats(1, -2);
    leaf.setRequiresGradient(true);
    script.run("negate", leaf);
    assertThat(leaf.toFloatArray()).containsExactly(-1, 2);
  }

  @Test
  void run_argumentOfAnotherType_isRefused() {
    assertThatThrownBy(() -> script.run("negate", "text"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot pass text to TorchScript");
  }

  private NDArray floats(float... values) {
    return manager.create(values);
  }
}
