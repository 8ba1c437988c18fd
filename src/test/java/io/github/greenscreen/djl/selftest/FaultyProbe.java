package io.github.greenscreen.djl.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A child process of a self-test that fails as the property {@code fault} says. */
final class FaultyProbe {
  private FaultyProbe() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String fault = System.getProperty("fault");
    if (fault.startsWith("SIG")) {
      String process = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder("kill", "-" + fault.substring(3), process).start().waitFor();
      Thread.sleep(60_000);
    } else if (fault.equals("hang")) {
      Thread.sleep(60_000);
    } else if (fault.equals("exit")) {
      System.exit(7);
    }
    Path answer = Path.of(arguments[2]);
    Files.writeString(answer, fault.replace("ECHO", arguments[0] + " " + arguments[1]));
  }
}
