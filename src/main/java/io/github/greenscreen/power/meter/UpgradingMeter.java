package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a substitute while the meter of the GPUs does not answer, and both once it does, so that
 * nothing is lost if that is late. Which one counts is the caller's choice; their devices are told
 * apart by {@link #meterOf}. Read by one thread at a time.
 */
final class UpgradingMeter implements PowerMeter {
  private static final Logger LOG = LoggerFactory.getLogger(UpgradingMeter.class);

  private final GpuSearch search;
  private final PowerMeter substitute;
  private final Set<String> substituteDevices = ConcurrentHashMap.newKeySet();
  private volatile PowerMeter gpus;
  private volatile boolean gpusHavePower;

  /** Read {@code substitute} until {@code search} succeeds; both are closed with this meter. */
  UpgradingMeter(GpuSearch search, PowerMeter substitute) {
    this.search = search;
    this.substitute = substitute;
  }

  /** Return the name of the best meter that has reported power or, before any, should. */
  @Override
  public String name() {
    return gpusHavePower || substitute instanceof NullMeter ? search.name() : substitute.name();
  }

  @Override
  public String meterOf(String device) {
    return substituteDevices.contains(device) ? substitute.name() : search.name();
  }

  @Override
  public boolean needsTwoReadings() {
    return !gpusHavePower && substitute.needsTwoReadings();
  }

  @Override
  public List<PowerSample> read() {
    if (gpus == null) {
      gpus = search.found().orElse(null);
    }
    List<PowerSample> samples = new ArrayList<>(substitute.read());
    samples.forEach(sample -> substituteDevices.add(sample.device()));
    if (gpus != null) {
      List<PowerSample> ofGpus = gpus.read();
      if (!gpusHavePower && ofGpus.stream().anyMatch(s -> Double.isFinite(s.powerW()))) {
        gpusHavePower = true;
        LOG.info("power meter auto: {} reports power now", search.name());
      }
      samples.addAll(ofGpus);
    }
    return samples;
  }

  @Override
  public Map<String, String> facts() {
    return gpusHavePower ? gpus.facts() : substitute.facts();
  }

  @Override
  public List<String> errorLog() {
    Stream<String> ofGpus = (gpus == null ? search.errorLog() : gpus.errorLog()).stream();
    return Stream.concat(ofGpus, substitute.errorLog().stream()).toList();
  }

  @Override
  public void close() {
    search.close();
    substitute.close();
    if (gpus != null) {
      gpus.close();
    }
  }
}
