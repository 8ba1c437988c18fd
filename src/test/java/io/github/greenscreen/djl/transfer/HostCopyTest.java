package io.github.greenscreen.djl.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class HostCopyTest {
  private static final int CHECKPOINTS = 50;

  private final FakeGpu gpu = new FakeGpu();

  @Test
  void numbers_ofAGpu_areThoseOfTheArray() {
    assertThat(HostCopy.bytes(gpu.array(DataType.UINT8, ByteBuffer.wrap(new byte[] {3, -1}))))
        .containsExactly(3, -1);
    assertThat(HostCopy.floats(floats(1.5f, -2))).containsExactly(1.5f, -2);
    assertThat(HostCopy.doubles(gpu.array(DataType.FLOAT64, buffer(8).putDouble(0, 0.1))))
        .containsExactly(0.1);
    assertThat(HostCopy.longs(gpu.array(DataType.INT64, buffer(8).putLong(0, 1L << 40))))
        .containsExactly(1L << 40);
  }

  @Test
  void checkpoints_ofAGpu_leaveNoManagerAndNoByteBehind() {
    NDArray weights = gpu.array(DataType.FLOAT32, buffer(1 << 20));
    NDArray losses = gpu.array(DataType.FLOAT64, buffer(8));
    NDArray table = gpu.array(DataType.INT64, buffer(800));
    long bytes = gpu.openBytes();

    for (int i = 0; i < CHECKPOINTS; i++) {
      assertThat(HostCopy.bytes(weights)).hasSize(1 << 20);
      assertThat(HostCopy.floats(weights)).hasSize(1 << 18);
      assertThat(HostCopy.doubles(losses)).hasSize(1);
      assertThat(HostCopy.longs(table)).hasSize(100);

      assertThat(gpu.openManagers()).isEqualTo(1);
      assertThat(gpu.openBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void toByteArray_ofAGpu_leavesACopyAndAManagerBehindAsDjlDoes() {
    NDArray weights = gpu.array(DataType.FLOAT32, buffer(64));

    for (int i = 0; i < CHECKPOINTS; i++) {
      assertThat(weights.toByteArray()).hasSize(64);
    }

    assertThat(gpu.openManagers()).isEqualTo(1 + CHECKPOINTS);
    assertThat(gpu.openBytes()).isEqualTo(64L * (1 + CHECKPOINTS));
  }

  @Test
  void bytes_ofAHostArray_areReadInPlace() {
    NDArray array = gpu.hostArray(DataType.FLOAT32, buffer(64));

    assertThat(HostCopy.bytes(array)).hasSize(64);

    assertThat(gpu.openManagers()).isEqualTo(2);
    assertThat(gpu.openBytes()).isEqualTo(64);
  }

  @Test
  void bytes_ofAGpuArrayOfAHostManager_leaveTheManagerOpen() {
    NDArray array = gpu.arrayOfHostManager(DataType.FLOAT32, buffer(64));

    assertThat(HostCopy.bytes(array)).hasSize(64);

    assertThat(gpu.openManagers()).isEqualTo(2);
    assertThat(gpu.openBytes()).isEqualTo(64);
  }

  /** The engine's own copies, of an array that it takes for one on a GPU. */
  @Test
  void checkpoints_ofTheEngine_leaveNothingInItsManagers() throws ReflectiveOperationException {
    try (NDManager manager = NDManager.newBaseManager(Device.gpu(0), "PyTorch");
        NDManager host = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
      NDArray array = host.create(new float[] {1.5f, -2});
      array.attach(manager);
      Field device = PtNDArray.class.getDeclaredField("device");
      device.setAccessible(true);
      device.set(array, Device.gpu(0));

      for (int i = 0; i < CHECKPOINTS; i++) {
        assertThat(HostCopy.floats(array)).containsExactly(1.5f, -2);
        assertThat(manager.getManagedArrays()).containsExactly(array);
      }
      array.toFloatArray();
      assertThat(manager.getManagedArrays()).hasSize(2);
    }
  }

  private NDArray floats(float... values) {
    ByteBuffer numbers = buffer(4 * values.length);
    numbers.duplicate().order(ByteOrder.nativeOrder()).asFloatBuffer().put(values);
    return gpu.array(DataType.FLOAT32, numbers);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.nativeOrder());
  }
}
