package io.github.greenscreen.training;

import io.github.greenscreen.run.LockOwner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run takes place.
 *
 * @param host name of the machine
 * @param pid number of the process
 * @param java version of the Java runtime
 * @param os operating system and architecture
 * @param greenscreen version of this program
 */
record RuntimeEnvironment(String host, long pid, String java, String os, String greenscreen) {
  private static final String HOST = "host";
  private static final String PID = "pid";

  /** Return the facts about this very process. */
  static RuntimeEnvironment ofThisProcess() {
    return new RuntimeEnvironment(
        LockOwner.hostName(),
        ProcessHandle.current().pid(),
        System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Optional.ofNullable(RuntimeEnvironment.class.getPackage().getImplementationVersion())
            .orElse("development"));
  }

  /** Return them as they stand in {@code status.yaml}. */
  Map<String, String> toMap() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(HOST, host);
    facts.put(PID, Long.toString(pid));
    facts.put("java", java);
    facts.put("os", os);
    facts.put("greenscreen", greenscreen);
    return facts;
  }
}
