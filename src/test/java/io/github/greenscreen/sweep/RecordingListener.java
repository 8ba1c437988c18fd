package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.sweep.attempt.SweepListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what it hears of a sweep. */
public final class RecordingListener implements SweepListener {
  final List<String> events = Collections.synchronizedList(new ArrayList<>());

  /** What to do when progress is heard of. */
  Runnable onProgress = () -> {};

  @Override
  public void sweepPlanned(int total) {
    events.add("planned " + total);
  }

  @Override
  public void runStarted(String name, int index, int total, Configuration configuration) {
    events.add("started " + name + " " + index + "/" + total + " lr " + configuration.get("lr"));
  }

  @Override
  public void runProgress(String name, int epochsDone, int epochs) {
    events.add("progress " + name + " " + epochsDone + "/" + epochs);
    onProgress.run();
  }

  @Override
  public void runAdopted(String name, String process) {
    events.add("adopted " + name + " of " + process);
  }

  @Override
  public void runRepeated(String name, String reason, int retry, int retries) {
    events.add("repeated " + name + " " + retry + "/" + retries + " " + reason);
  }

  @Override
  public void runSetAside(String name, Path aside, String reason) {
    events.add("set aside " + name + " as " + aside.getFileName() + ": " + reason);
  }

  @Override
  public void runLost(String name, String reason) {
    events.add("lost " + name);
  }

  @Override
  public void stopping(List<String> going, int request) {
    events.add("stopping " + going + " " + request);
  }

  @Override
  public void runEnded(RunRecord run) {
    events.add("ended " + run.name() + " " + run.status().state().configName());
  }
}
