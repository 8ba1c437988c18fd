package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerAverage;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.power.nvidia.GpuSelection;
import io.github.greenscreen.power.nvidia.GpuSharingDetector;
import io.github.greenscreen.power.nvidia.ProcessTable;
import io.github.greenscreen.power.nvidia.SlowStart;
import io.github.greenscreen.power.nvml.Nvml;
import io.github.greenscreen.power.nvml.NvmlCode;
import io.github.greenscreen.power.nvml.NvmlDevice;
import io.github.greenscreen.power.nvml.NvmlException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads the visible NVIDIA GPUs through NVML, the library behind {@code nvidia-smi}: their power,
 * and their energy counter if they have one. A session that stops reporting power is closed and
 * reopened, less and less often if that fails; the reason is logged. Read by one thread at a time;
 * another thread may close it, even during a reading that hangs.
 */
public final class NvmlMeter implements PowerMeter {
  /** Name of the meter in run folders. */
  static final String NAME = "nvml";

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** Time between two looks at the processes on the GPUs. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Supplier<Nvml> library;
  private final GpuSelection choice;
  private final Duration period;
  private final LongSupplier clock;
  private final MeterErrorLog errorLog;
  private final GpuSharingDetector neighbours;
  private final ReentrantLock reading = new ReentrantLock();
  private final Map<String, Integer> numbers = new HashMap<>();
  private volatile List<NvmlGpu> gpus = List.of();
  private volatile NvmlException failure;
  private volatile boolean seesNoGpu;
  private volatile boolean closed;
  private Optional<String> slowStart = Optional.empty();
  private Nvml session;
  private int failures;
  private long pauseEndNanos = System.nanoTime();
  private long lookNanos = System.nanoTime();

  /** Create a meter with the library, the environment, and the period of {@code place}. */
  NvmlMeter(MeterEnvironment place) {
    this(place, ProcessTable.ofThisMachine(), System::currentTimeMillis);
  }

  /** Create a meter with the processes of the machine, and a clock for samples in ms since 1970. */
  NvmlMeter(MeterEnvironment place, ProcessTable processes, LongSupplier clock) {
    this.library = place.nvml();
    this.period = place.period();
    this.clock = clock;
    this.errorLog = new MeterErrorLog(NAME);
    this.choice = new GpuSelection(place.environment(), errorLog);
    this.neighbours = new GpuSharingDetector(processes, errorLog);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Return the power field, the GPUs, and the other processes that compute on them. */
  @Override
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    List<NvmlGpu> known = gpus;
    String fields =
        known.stream()
            .flatMap(gpu -> gpu.power().stream())
            .map(NvmlPowerField::configName)
            .distinct()
            .sorted()
            .collect(Collectors.joining(" and "));
    if (!fields.isEmpty()) {
      facts.put("power_field", fields);
    }
    if (known.stream().anyMatch(NvmlGpu::averages)) {
      facts.put(PowerAverage.FACT, PowerAverage.WINDOW_S);
    }
    if (!known.isEmpty()) {
      facts.put("power_driver", known.get(0).gpu().driver());
      facts.put("power_gpus", Gpu.names(known.stream().map(NvmlGpu::gpu).toList()));
      facts.put(MeterFacts.COUNTER, counters(known));
    }
    if (!neighbours.fact().isEmpty()) {
      facts.put(MeterFacts.SHARED, neighbours.fact());
    }
    return facts;
  }

  /** Return whether the library of the driver has not been found missing. */
  @Override
  public boolean isInstalled() {
    NvmlException last = failure;
    return last == null || last.code().filter(c -> c == NvmlCode.LIBRARY_NOT_FOUND).isEmpty();
  }

  /** Return whether no GPU will be read: no library, none in the machine, or all hidden. */
  boolean findsNoGpu() {
    return choice.devices().none() || !isInstalled() || (failure == null && seesNoGpu);
  }

  /** Return why the last session did not begin, or empty. */
  Optional<String> failure() {
    return Optional.ofNullable(failure).map(NvmlException::getMessage);
  }

  @Override
  public List<String> errorLog() {
    return errorLog.reasons();
  }

  /** Return whether it reports a power now; nothing is logged if it does not. */
  boolean answers() {
    errorLog.mute(true);
    try {
      return read(false).stream().anyMatch(NvmlMeter::hasPower);
    } finally {
      errorLog.mute(false);
    }
  }

  @Override
  public List<PowerSample> read() {
    return read(true);
  }

  /**
   * End the session. If a reading is in progress, the session ends after it, if it ever returns.
   */
  @Override
  public void close() {
    closed = true;
    if (reading.tryLock()) {
      try {
        endSession();
      } finally {
        reading.unlock();
      }
    }
  }

  private List<PowerSample> read(boolean look) {
    if ((look ? choice.hidesAll() : choice.devices().none()) || !reading.tryLock()) {
      return List.of();
    }
    try {
      if (closed || System.nanoTime() - pauseEndNanos < 0) {
        return List.of();
      }
      List<PowerSample> samples = samples();
      if (look && !samples.isEmpty()) {
        slowStart.ifPresent(errorLog::say);
        lookAround();
      }
      rest(samples.stream().anyMatch(NvmlMeter::hasPower));
      return samples;
    } finally {
      if (closed) {
        endSession();
      }
      reading.unlock();
    }
  }

  private List<PowerSample> samples() {
    try {
      if (session == null) {
        failure = null;
        long begin = System.nanoTime();
        session = library.get();
        gpus = choose(session);
        slowStart = SlowStart.advice(System.nanoTime() - begin);
      }
      return gpus.stream().map(gpu -> gpu.sample(clock.getAsLong())).toList();
    } catch (NvmlException e) {
      failure = e;
      errorLog.say(e.getMessage());
      return List.of();
    }
  }

  /**
   * Reopen the session unless the reading was {@code good}: the first time at once, then with
   * growing delays.
   */
  private void rest(boolean good) {
    failures = good ? 0 : failures + 1;
    if (!good) {
      endSession();
      Duration pause = period.multipliedBy(Math.min(failures - 1L, 1_000_000));
      pauseEndNanos =
          System.nanoTime()
              + (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos();
    }
  }

  private void endSession() {
    if (session != null) {
      session.close();
      session = null;
    }
  }

  private void lookAround() {
    long now = System.nanoTime();
    if (now - lookNanos >= 0) {
      gpus.forEach(gpu -> neighbours.observe(gpu.gpu().device(), gpu.processes()));
      lookNanos = now + LOOK.toNanos();
    }
  }

  private List<NvmlGpu> choose(Nvml nvml) {
    String driver = nvml.driverVersion();
    Map<Gpu, NvmlDevice> all = new LinkedHashMap<>();
    int count = nvml.deviceCount();
    for (int i = 0; i < count; i++) {
      try {
        NvmlDevice device = nvml.device(i);
        all.put(gpu(i, device, driver), device);
      } catch (NvmlException e) {
        errorLog.say("no response from GPU %s: %s".formatted("" + i, e.getMessage()));
      }
    }
    if (all.isEmpty()) {
      seesNoGpu = count == 0;
      errorLog.say("the driver " + driver + " reports no GPU");
      return List.of();
    }
    List<Gpu> chosen = choice.among(List.copyOf(all.keySet()), () -> boards(nvml));
    seesNoGpu = chosen.isEmpty();
    return chosen.stream().map(gpu -> new NvmlGpu(gpu, all.get(gpu), errorLog)).toList();
  }

  /** A GPU keeps its number if one before it is lost. */
  private Gpu gpu(int index, NvmlDevice device, String driver) {
    String uuid = device.uuid();
    int number = numbers.computeIfAbsent(uuid, unknown -> index);
    return new Gpu(number, device.name(), uuid, driver);
  }

  private Map<String, String> boards(Nvml nvml) {
    Map<String, String> boards = new HashMap<>();
    for (String mig : choice.devices().migs()) {
      try {
        boards.put(mig.toLowerCase(Locale.ROOT), nvml.boardOf(mig).uuid());
      } catch (NvmlException e) {
        errorLog.say("no board for %s: %s".formatted(mig, e.getMessage()));
      }
    }
    return boards;
  }

  private static String counters(List<NvmlGpu> gpus) {
    List<String> counting = new ArrayList<>();
    gpus.stream().filter(NvmlGpu::counts).forEach(gpu -> counting.add(gpu.gpu().device()));
    return counting.isEmpty() || counting.size() == gpus.size()
        ? Boolean.toString(!counting.isEmpty())
        : String.join(", ", counting);
  }

  private static boolean hasPower(PowerSample sample) {
    return Double.isFinite(sample.powerW());
  }
}
