package io.github.greenscreen.run;

import io.github.greenscreen.run.lock.FolderLock;
import java.nio.file.Path;

/** Main class of a process in tests that locks a runs folder until it is told to end. */
public final class LockHoldingMain {
  private LockHoldingMain() {}

  /** Lock the folder {@code args[0]}, say so, and give the lock back at the end of the input. */
  public static void main(String[] args) throws Exception {
    FolderLock lock = new RunStore(Path.of(args[0])).lock();
    System.out.println("locked");
    System.out.flush();
    int unused = System.in.read();
    lock.close();
  }
}
