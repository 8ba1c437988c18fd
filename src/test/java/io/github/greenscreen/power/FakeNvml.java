package io.github.greenscreen.power;

import io.github.greenscreen.power.nvml.Nvml;
import io.github.greenscreen.power.nvml.NvmlCode;
import io.github.greenscreen.power.nvml.NvmlDevice;
import io.github.greenscreen.power.nvml.NvmlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A driver whose GPUs say what a test tells them to. */
public final class FakeNvml implements Nvml {
  private final List<FakeGpu> gpus = new ArrayList<>();
  private final Map<String, FakeGpu> migs = new HashMap<>();
  private NvmlCode opening;
  private Duration delay = Duration.ZERO;
  private int opened;
  private int closed;

  /** Return a library that does not open. */
  public static Supplier<Nvml> failing(NvmlCode code) {
    return () -> {
      throw new NvmlException("nvmlInit_v2", code.number(), "");
    };
  }

  /** Add the next GPU, of 100 W. */
  public FakeNvml gpu(String uuid, String... migUuids) {
    FakeGpu gpu = new FakeGpu(uuid);
    gpus.add(gpu);
    for (String mig : migUuids) {
      migs.put(mig, gpu);
    }
    return this;
  }

  /** Return GPU {@code index} as it was added. */
  public FakeGpu gpu(int index) {
    return gpus.get(index);
  }

  /** Let sessions fail to begin, or begin again where {@code code} is null. */
  public void failToOpen(NvmlCode code) {
    opening = code;
  }

  /** Let a session begin only after {@code time}. */
  public FakeNvml slow(Duration time) {
    delay = time;
    return this;
  }

  /** Take GPU {@code index} out of the machine. */
  public void remove(int index) {
    gpus.remove(index);
  }

  /** Return how many sessions are open. */
  public int sessions() {
    return opened - closed;
  }

  /** Return how many sessions there have been. */
  public int opened() {
    return opened;
  }

  /** Begin a session. */
  public Nvml open() {
    LockSupport.parkNanos(delay.toNanos());
    if (opening != null) {
      throw new NvmlException("nvmlInit_v2", opening.number(), "");
    }
    opened++;
    return this;
  }

  @Override
  public String driverVersion() {
    return "550.54.15";
  }

  @Override
  public int deviceCount() {
    return gpus.size();
  }

  @Override
  public NvmlDevice device(int index) {
    gpus.get(index).check("nvmlDeviceGetHandleByIndex_v2", gpus.get(index).handle);
    return gpus.get(index);
  }

  @Override
  public NvmlDevice boardOf(String migUuid) {
    return Optional.ofNullable(migs.get(migUuid))
        .orElseThrow(
            () -> new NvmlException("nvmlDeviceGetHandleByUUID", NvmlCode.NOT_FOUND.number(), ""));
  }

  @Override
  public void close() {
    closed++;
  }

  /** One GPU. */
  public static final class FakeGpu implements NvmlDevice {
    private final String uuid;
    private final Map<Integer, Long> fields = new HashMap<>();
    private NvmlCode all;
    private NvmlCode handle;
    private NvmlCode counter;
    private NvmlCode power;
    private long milliwatts = 100_000;
    private long millijoules;
    private List<Long> processes = List.of();
    private boolean changing;
    private int readings;

    FakeGpu(String uuid) {
      this.uuid = uuid;
    }

    public FakeGpu milliwatts(long value) {
      milliwatts = value;
      return this;
    }

    public FakeGpu field(int field, long value) {
      fields.put(field, value);
      return this;
    }

    /** Let every reading of a field of power be a watt higher than the one before. */
    public FakeGpu changing() {
      changing = true;
      return this;
    }

    public FakeGpu millijoules(long value) {
      millijoules = value;
      return this;
    }

    public FakeGpu processes(Long... pids) {
      processes = List.of(pids);
      return this;
    }

    /** Let every question fail, or none any more where {@code code} is null. */
    public FakeGpu fail(NvmlCode code) {
      all = code;
      return this;
    }

    /** Let every field of power fail. */
    public FakeGpu failPower(NvmlCode code) {
      power = code;
      return this;
    }

    public FakeGpu failHandle(NvmlCode code) {
      handle = code;
      return this;
    }

    public FakeGpu failCounter(NvmlCode code) {
      counter = code;
      return this;
    }

    @Override
    public String uuid() {
      return uuid;
    }

    @Override
    public String name() {
      return "NVIDIA A100, 40GB";
    }

    @Override
    public long powerMilliwatts() {
      check("nvmlDeviceGetPowerUsage", all == null ? power : all);
      return milliwatts;
    }

    @Override
    public long powerMilliwatts(int field) {
      check("nvmlDeviceGetFieldValues " + field, all);
      check(
          "nvmlDeviceGetFieldValues " + field,
          fields.containsKey(field) ? null : NvmlCode.NOT_SUPPORTED);
      return fields.get(field) + (changing ? 1000L * readings++ : 0);
    }

    @Override
    public long energyMillijoules() {
      check("nvmlDeviceGetTotalEnergyConsumption", all == null ? counter : all);
      return millijoules;
    }

    @Override
    public int temperatureC() {
      check("nvmlDeviceGetTemperature", all);
      return 61;
    }

    @Override
    public int utilizationPercent() {
      check("nvmlDeviceGetUtilizationRates", all);
      return 97;
    }

    @Override
    public long memoryBytes() {
      check("nvmlDeviceGetMemoryInfo_v2", all);
      return 2L << 30;
    }

    @Override
    public List<Long> computeProcesses() {
      check("nvmlDeviceGetComputeRunningProcesses_v3", all);
      return processes;
    }

    private void check(String function, NvmlCode code) {
      if (code != null) {
        throw new NvmlException(function, code.number(), "");
      }
    }
  }
}
