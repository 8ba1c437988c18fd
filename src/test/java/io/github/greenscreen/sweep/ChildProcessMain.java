package io.github.greenscreen.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Main class of a child process in tests: says what it was given and ends as the folder says. */
public final class ChildProcessMain {
  private ChildProcessMain() {}

  /** Take {@code train FOLDER}; the file {@code action} in the folder says how to end. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[1]);
    System.out.println("out " + args[0] + " " + System.getProperty("tiny"));
    System.err.println("err " + System.in.read());
    switch (Files.readString(folder.resolve("deed"))) {
      case "hang" -> {
        Files.writeString(folder.resolve("hanging"), ProcessHandle.current().pid() + "\n");
        new CountDownLatch(1).await();
      }
      case "spawn" -> {
        Process child = new ProcessBuilder("sleep", "3600").start();
        Files.writeString(folder.resolve("hanging"), child.pid() + "\n");
        new CountDownLatch(1).await();
      }
      case "SEGV" -> {
        long pid = ProcessHandle.current().pid();
        new ProcessBuilder("kill", "-SEGV", Long.toString(pid)).start().waitFor();
        new CountDownLatch(1).await();
      }
      case "crash" -> Runtime.getRuntime().halt(134);
      default -> System.exit(3);
    }
  }
}
