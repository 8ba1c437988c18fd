package io.github.greenscreen.power.nvml;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import java.util.ArrayList;
import java.util.List;

/**
 * A GPU identified by its NVML handle. Structures are read at the offsets of {@code nvml.h} on
 * 64-bit machines.
 */
final class NativeDevice implements NvmlDevice {
  private static final int TEXT_BYTES = 96;

  /** {@code NVML_TEMPERATURE_GPU}. */
  private static final int CHIP = 0;

  /**
   * {@code nvmlMemory_v2_t}: version and padding, 4 bytes each; total, reserved by the driver,
   * free, and used, 8 bytes each.
   */
  private static final int MEMORY_BYTES = 40;

  /** {@code nvmlMemory_v2}: the size, with the version number in the highest byte. */
  private static final int MEMORY_VERSION = MEMORY_BYTES | 2 << 24;

  private static final int USED_OFFSET = 32;

  /** {@code nvmlMemory_t}: total, free, and used, 8 bytes each. */
  private static final int OLD_MEMORY_BYTES = 24;

  private static final int OLD_USED_OFFSET = 16;

  /**
   * {@code nvmlFieldValue_t}: field and scope, 4 bytes each; time and latency, 8 each; type of the
   * value and return code, 4 each; the value, 8.
   */
  private static final int FIELD_BYTES = 40;

  private static final int TYPE_OFFSET = 24;
  private static final int CODE_OFFSET = 28;
  private static final int VALUE_OFFSET = 32;
  private static final int TYPE_DOUBLE = 0;
  private static final int TYPE_LONG_LONG = 3;

  /** {@code nvmlProcessInfo_t} and its second version: process, padding, memory, two instances. */
  private static final int PROCESS_BYTES = 24;

  /** {@code nvmlProcessInfo_v1_t}: process, padding, memory. */
  private static final int OLD_PROCESS_BYTES = 16;

  private static final int MAX_PROCESSES = 4096;

  private final NativeNvml nvml;
  private final Pointer handle;

  NativeDevice(NativeNvml nvml, Pointer handle) {
    this.nvml = nvml;
    this.handle = handle;
  }

  @Override
  public String uuid() {
    return text("nvmlDeviceGetUUID");
  }

  @Override
  public String name() {
    return text("nvmlDeviceGetName");
  }

  @Override
  public long powerMilliwatts() {
    IntByReference milliwatts = new IntByReference();
    nvml.call("nvmlDeviceGetPowerUsage", handle, milliwatts);
    return Integer.toUnsignedLong(milliwatts.getValue());
  }

  @Override
  public long powerMilliwatts(int field) {
    Memory value = new Memory(FIELD_BYTES);
    value.clear();
    value.setInt(0, field);
    nvml.call("nvmlDeviceGetFieldValues", handle, 1, value);
    nvml.check("nvmlDeviceGetFieldValues " + field, value.getInt(CODE_OFFSET));
    return switch (value.getInt(TYPE_OFFSET)) {
      case TYPE_DOUBLE -> Math.round(value.getDouble(VALUE_OFFSET));
      case TYPE_LONG_LONG -> value.getLong(VALUE_OFFSET);
      default -> Integer.toUnsignedLong(value.getInt(VALUE_OFFSET));
    };
  }

  @Override
  public long energyMillijoules() {
    LongByReference millijoules = new LongByReference();
    nvml.call("nvmlDeviceGetTotalEnergyConsumption", handle, millijoules);
    return millijoules.getValue();
  }

  @Override
  public int temperatureC() {
    IntByReference degrees = new IntByReference();
    nvml.call("nvmlDeviceGetTemperature", handle, CHIP, degrees);
    return degrees.getValue();
  }

  @Override
  public int utilizationPercent() {
    // nvmlUtilization_t: the GPU and its memory, 4 bytes each.
    Memory rates = new Memory(8);
    nvml.call("nvmlDeviceGetUtilizationRates", handle, rates);
    return rates.getInt(0);
  }

  @Override
  public long memoryBytes() {
    Memory memory = new Memory(MEMORY_BYTES);
    memory.clear();
    memory.setInt(0, MEMORY_VERSION);
    int code = nvml.invoke("nvmlDeviceGetMemoryInfo_v2", handle, memory);
    if (code == NvmlCode.FUNCTION_NOT_FOUND.number()) {
      return memoryBytesWithReserved();
    }
    nvml.check("nvmlDeviceGetMemoryInfo_v2", code);
    return memory.getLong(USED_OFFSET);
  }

  /** Drivers before 510 count the memory that they reserve for themselves as used. */
  private long memoryBytesWithReserved() {
    Memory memory = new Memory(OLD_MEMORY_BYTES);
    nvml.call("nvmlDeviceGetMemoryInfo", handle, memory);
    return memory.getLong(OLD_USED_OFFSET);
  }

  @Override
  public List<Long> computeProcesses() {
    for (String version : List.of("_v3", "_v2")) {
      try {
        return processes("nvmlDeviceGetComputeRunningProcesses" + version, PROCESS_BYTES);
      } catch (NvmlException e) {
        if (e.code().filter(code -> code == NvmlCode.FUNCTION_NOT_FOUND).isEmpty()) {
          throw e;
        }
      }
    }
    return processes("nvmlDeviceGetComputeRunningProcesses", OLD_PROCESS_BYTES);
  }

  /** Query with growing buffers, because processes may begin between two calls. */
  private List<Long> processes(String function, int bytes) {
    IntByReference count = new IntByReference();
    int code = NvmlCode.INSUFFICIENT_SIZE.number();
    int capacity = 32;
    while (code == NvmlCode.INSUFFICIENT_SIZE.number() && capacity <= MAX_PROCESSES) {
      Memory infos = new Memory((long) capacity * bytes);
      infos.clear();
      count.setValue(capacity);
      code = nvml.invoke(function, handle, count, infos);
      if (code == 0) {
        return numbers(infos, Math.min(capacity, count.getValue()), bytes);
      }
      capacity = Math.max(2 * capacity, count.getValue() + 8);
    }
    nvml.check(function, code);
    return List.of();
  }

  private static List<Long> numbers(Memory infos, int count, int bytes) {
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = infos.getInt((long) i * bytes);
      // Some older drivers had longer structures, whose remainder reads as process 0.
      if (number > 0) {
        numbers.add((long) number);
      }
    }
    return List.copyOf(numbers);
  }

  private String text(String function) {
    Memory text = new Memory(TEXT_BYTES);
    text.clear();
    nvml.call(function, handle, text, TEXT_BYTES);
    return NativeNvml.text(text);
  }
}
