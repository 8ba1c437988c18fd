package io.github.greenscreen.djl.transfer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A GPU without a GPU: arrays and managers that do with copies to the host what DJL's PyTorch
 * engine does ({@code JniUtils.to}, {@code JniUtils.getByteBuffer}), and count what is left open.
 */
public final class FakeGpu {
  private int openManagers;
  private long openBytes;
  private final Manager manager = new Manager(null, Device.gpu(0));

  /** Return how many managers are open, that of the GPU included. */
  int openManagers() {
    return openManagers;
  }

  /** Return how many bytes the open arrays hold, on any device. */
  long openBytes() {
    return openBytes;
  }

  /** Return an array of {@code type} on the GPU. */
  NDArray array(DataType type, ByteBuffer numbers) {
    return new Array(manager, Device.gpu(0), type, numbers).proxy;
  }

  /** Return an array on the host that belongs to a manager of the host. */
  NDArray hostArray(DataType type, ByteBuffer numbers) {
    return new Array(new Manager(manager, Device.cpu()), Device.cpu(), type, numbers).proxy;
  }

  /** Return an array on the GPU that belongs to a manager of the host. */
  NDArray arrayOfHostManager(DataType type, ByteBuffer numbers) {
    return new Array(new Manager(manager, Device.cpu()), Device.gpu(0), type, numbers).proxy;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Frees what belongs to it when it closes. */
  private final class Manager implements InvocationHandler {
    private final Device device;
    private final Manager parent;
    private final Set<AutoCloseable> resources = new LinkedHashSet<>();
    private final NDManager proxy = proxy(NDManager.class, this);

    Manager(Manager parent, Device device) {
      this.parent = parent;
      this.device = device;
      if (parent != null) {
        parent.resources.add(proxy);
      }
      openManagers++;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
      return switch (method.getName()) {
        case "getDevice" -> device;
        case "hashCode" -> System.identityHashCode(self);
        case "equals" -> self == arguments[0];
        case "close" -> close();
        default -> throw new AssertionError("the fake manager does not support " + method);
      };
    }

    private Object close() throws Exception {
      for (AutoCloseable resource : Set.copyOf(resources)) {
        resource.close();
      }
      parent.resources.remove(proxy);
      openManagers--;
      return null;
    }
  }

  /** Numbers on a device. */
  private final class Array implements InvocationHandler {
    private final Manager manager;
    private final Device device;
    private final DataType type;
    private final ByteBuffer numbers;
    private final NDArray proxy = proxy(NDArray.class, this);
    private String name;

    Array(Manager manager, Device device, DataType type, ByteBuffer numbers) {
      this.manager = manager;
      this.device = device;
      this.type = type;
      this.numbers = numbers;
      manager.resources.add(proxy);
      openBytes += numbers.capacity();
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
      return switch (method.getName()) {
        case "getDevice" -> device;
        case "getManager" -> manager.proxy;
        case "getDataType" -> type;
        case "getShape" -> shape();
        case "getSparseFormat" -> SparseFormat.DENSE;
        case "getName" -> name;
        case "setName" -> {
          name = (String) arguments[0];
          yield null;
        }
        case "hashCode" -> System.identityHashCode(self);
        case "equals" -> self == arguments[0];
        case "toDevice" -> toDevice((Device) arguments[0]).proxy;
        case "toByteBuffer" -> read();
        case "close" -> close();
        default -> {
          if (!method.isDefault()) {
            throw new AssertionError("the fake array does not support " + method);
          }
          yield InvocationHandler.invokeDefault(self, method, arguments);
        }
      };
    }

    private Shape shape() {
      return new Shape(numbers.capacity() / type.getNumOfBytes());
    }

    /** A copy for another device than its manager's belongs to a new manager. */
    private Array toDevice(Device target) {
      if (target.equals(device)) {
        return this;
      }
      Manager owner = target.equals(manager.device) ? manager : new Manager(manager, target);
      Array copy = new Array(owner, target, type, numbers);
      copy.name = name;
      return copy;
    }

    /** Nobody closes what this copies. */
    private ByteBuffer read() {
      ByteBuffer copy = toDevice(Device.cpu()).numbers.duplicate();
      return copy.order(ByteOrder.nativeOrder());
    }

    private Object close() {
      if (manager.resources.remove(proxy)) {
        openBytes -= numbers.capacity();
      }
      return null;
    }
  }
}
