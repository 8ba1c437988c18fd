package io.github.greenscreen.power.nvidia;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerAverage;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSampler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the visible NVIDIA GPUs through one long-running {@code nvidia-smi} that prints a row per
 * GPU and period. If that loop ends, falls silent, or degrades, a single call replaces the reading
 * and the loop is restarted; after a loop that hardly ran, only single calls are used. If the tool
 * is absent, fails, hangs, or prints something else, the reading is empty, the reason is logged,
 * and the tool is called less often until it answers. Other processes on the GPUs are looked up
 * rarely, in parallel to the readings. Not thread-safe.
 */
public final class NvidiaSmiMeter implements PowerMeter {
  private static final Duration MIN_PATIENCE = Duration.ofSeconds(3);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(1500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private static final Pattern REFUSED_FIELD =
      Pattern.compile("Field \"([^\"]+)\" is not a valid field");

  /** Rows that a loop must have delivered to be restarted. */
  private static final int TRUSTED = 10;

  private final NvidiaSmi tool;
  private final Duration period;
  private final Duration timeout;
  private final LongSupplier clock;
  private final MeterErrorLog errorLog = new MeterErrorLog(NvidiaSmi.NAME);
  private final GpuSharingDetector neighbours =
      new GpuSharingDetector(ProcessTable.ofThisMachine(), errorLog);
  private volatile List<Gpu> gpus = List.of();
  private NvidiaSmiFields fields;
  private volatile NvidiaSmiParser rows;
  private volatile boolean findsNoGpu;
  private NvidiaSmiStream loop;
  private GpuProcessPoller apps;
  private boolean trustLoops = true;
  private boolean hasAnswered;
  private int failures;
  private long pauseEndNanos = System.nanoTime();

  /** Create a meter with the environment of this process and a row per second. */
  public NvidiaSmiMeter() {
    this(System.getenv(), PowerSampler.DEFAULT_PERIOD);
  }

  /**
   * Create a meter that takes {@code PATH}, {@code CUDA_VISIBLE_DEVICES}, and {@code
   * CUDA_DEVICE_ORDER} from {@code environment} and requests a row every {@code period}.
   */
  public NvidiaSmiMeter(Map<String, String> environment, Duration period) {
    this(environment, period, NvidiaSmi.TIMEOUT, System::currentTimeMillis);
  }

  /**
   * Create a meter that also kills a hanging tool after {@code timeout} and stamps samples with
   * {@code clock}, in milliseconds since 1970.
   */
  NvidiaSmiMeter(
      Map<String, String> environment, Duration period, Duration timeout, LongSupplier clock) {
    this.tool = new NvidiaSmi(environment, timeout, errorLog);
    this.period = period;
    this.timeout = timeout;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NvidiaSmi.NAME;
  }

  /** Return the power field, the driver, and the GPUs that were read. */
  @Override
  public Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    if (rows != null && !rows.powerField().isEmpty()) {
      facts.put("power_field", rows.powerField());
    }
    if (rows != null && rows.averages()) {
      facts.put(PowerAverage.FACT, PowerAverage.WINDOW_S);
    }
    if (!gpus.isEmpty()) {
      facts.put("power_driver", gpus.get(0).driver());
      facts.put("power_gpus", Gpu.names(gpus));
    }
    if (!neighbours.fact().isEmpty()) {
      facts.put(MeterFacts.SHARED, neighbours.fact());
    }
    return facts;
  }

  @Override
  public boolean isInstalled() {
    return tool.find().isPresent();
  }

  /** Return whether the tool has said that no GPU is visible, so that none will answer. */
  public boolean findsNoGpu() {
    return findsNoGpu
        || tool.devices().none()
        || errorLog.reasons().stream().anyMatch(reason -> reason.contains(NvidiaSmi.NO_DEVICES));
  }

  @Override
  public List<String> errorLog() {
    return errorLog.reasons();
  }

  /**
   * Return the rows since the last reading, for every visible GPU; the first call waits for a row.
   */
  @Override
  public List<PowerSample> read() {
    if (tool.hidesAll() || System.nanoTime() - pauseEndNanos < 0) {
      return List.of();
    }
    long begin = System.nanoTime();
    List<PowerSample> samples = isReady() ? samples() : List.of();
    if (!samples.isEmpty() && !hasAnswered) {
      hasAnswered = true;
      SlowStart.advice(System.nanoTime() - begin).ifPresent(errorLog::say);
    }
    if (loop == null) {
      boolean good = samples.stream().anyMatch(NvidiaSmiMeter::hasPower);
      failures = good ? 0 : failures + 1;
      Duration pause = period.multipliedBy(Math.max(0, failures - 1));
      pauseEndNanos =
          System.nanoTime()
              + (pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos();
    }
    return samples;
  }

  @Override
  public void close() {
    closeLoop();
    if (apps != null) {
      apps.close();
    }
  }

  private void closeLoop() {
    if (loop != null) {
      loop.close();
      loop = null;
    }
  }

  /** Query the GPUs and fields once; query again only if the tool did not answer. */
  private boolean isReady() {
    if (rows == null) {
      Optional<List<Gpu>> visible = tool.visible();
      findsNoGpu = visible.isPresent() && visible.get().isEmpty() && !tool.devices().all();
      if (visible.isEmpty() || findsNoGpu) {
        return false;
      }
      gpus = visible.get();
      use(tool.help().map(NvidiaSmiFields::among).orElse(NvidiaSmiFields.BASIC));
      if (fields.nameTheirGpu()) {
        apps = GpuProcessPoller.watch(tool, gpus, neighbours, GpuProcessPoller.PERIOD);
      }
    }
    return true;
  }

  private List<PowerSample> samples() {
    if (!trustLoops || !fields.nameTheirGpu()) {
      return single();
    }
    try {
      if (loop == null) {
        loop = start();
      }
      List<PowerSample> samples = new ArrayList<>(loop.take(longestWait()));
      Optional<String> fault = loop.fault();
      if (fault.isPresent()) {
        samples.addAll(replace(fault.get()));
      }
      return samples;
    } catch (IOException e) {
      errorLog.say("cannot start: " + FailureReason.of(e));
      trustLoops = false;
      return single();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** A row is late by a fraction of a period at most; closing the sampler must not take long. */
  private Duration longestWait() {
    Duration wait = period.multipliedBy(5).dividedBy(4);
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private NvidiaSmiStream start() throws IOException {
    List<String> words = new ArrayList<>(tool.query(fields.names(), gpus));
    words.add("--loop-ms=" + period.toMillis());
    List<String> command =
        tool.command(words).orElseThrow(() -> new IOException("it has disappeared"));
    Duration silence = period.multipliedBy(3);
    Duration least = MIN_PATIENCE.compareTo(timeout) < 0 ? MIN_PATIENCE : timeout;
    return NvidiaSmiStream.start(
        command, rows, clock, timeout, silence.compareTo(least) < 0 ? least : silence);
  }

  /** End the loop because of {@code fault} and return the result of a single call instead. */
  private List<PowerSample> replace(String fault) {
    final boolean lived = loop.goodRows() >= TRUSTED;
    closeLoop();
    List<PowerSample> samples = single();
    boolean healthy = !samples.isEmpty() && samples.stream().allMatch(NvidiaSmiMeter::hasPower);
    // If a single call does no better, the fault is not the loop's.
    trustLoops = lived || !healthy;
    rows.expectNothingOf(samples.stream().filter(sample -> !hasPower(sample)).toList());
    errorLog.say(
        "the loop " + fault + (trustLoops ? "; restarting it" : "; using single calls instead"));
    return samples;
  }

  private static boolean hasPower(PowerSample sample) {
    return Double.isFinite(sample.powerW());
  }

  private List<PowerSample> single() {
    Optional<String> output = tool.call(tool.query(fields.names(), gpus));
    if (output.isEmpty()) {
      dropRefusedFields();
    }
    if (output.filter(String::isBlank).isPresent()) {
      errorLog.say("printed nothing");
    }
    return output.map(text -> rows.parse(text, clock.getAsLong())).orElse(List.of());
  }

  /**
   * One unknown field invalidates the whole answer, and the help may list fields that the query
   * rejects.
   */
  private void dropRefusedFields() {
    NvidiaSmiFields accepted = fields;
    for (String reason : errorLog.reasons()) {
      Matcher refusal = REFUSED_FIELD.matcher(reason);
      accepted = refusal.find() ? accepted.without(refusal.group(1)) : accepted;
    }
    if (!accepted.equals(fields) && accepted.namePower()) {
      use(accepted);
    }
  }

  private void use(NvidiaSmiFields chosen) {
    fields = chosen;
    rows = new NvidiaSmiParser(fields, gpus, tool.devices().all(), errorLog);
  }
}
