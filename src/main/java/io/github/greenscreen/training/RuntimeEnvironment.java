package io.github.greenscreen.training;

import io.github.greenscreen.run.lock.LockOwner;
import io.github.greenscreen.run.model.RunEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The machine and software of a run.
 *
 * @param host name of the machine
 * @param pid process number
 * @param java version of the Java runtime
 * @param os operating system and architecture
 * @param greenscreen version of this program
 */
record RuntimeEnvironment(String host, long pid, String java, String os, String greenscreen) {
  private static final String HOST = "host";
  private static final String PID = "pid";

  /** Return the environment of this process. */
  static RuntimeEnvironment ofThisProcess() {
    return new RuntimeEnvironment(
        LockOwner.hostName(),
        ProcessHandle.current().pid(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Optional.ofNullable(RuntimeEnvironment.class.getPackage().getImplementationVersion())
            .orElse("development"));
  }

  /** Return it as the beginning of the environment of a run. */
  RunEnvironment toRunEnvironment() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(HOST, host);
    entries.put(PID, Long.toString(pid));
    entries.put("java", java);
    entries.put("os", os);
    entries.put("greenscreen", greenscreen);
    return new RunEnvironment(entries);
  }
}
