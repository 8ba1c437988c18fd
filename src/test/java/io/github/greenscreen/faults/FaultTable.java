package io.github.greenscreen.faults;

import io.github.greenscreen.faults.Invariants.Count;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives every case its {@link FaultScenario}, holds it to its {@link Invariants}, and prints what
 * became of all cases when the suite ends, also to {@code target/faults.txt}. Random moments follow
 * from the seed in the first line; {@code -Dfaults.seed=N} repeats it.
 */
final class FaultTable implements ParameterResolver, AfterTestExecutionCallback {
  private static final Namespace SPACE = Namespace.create(FaultTable.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FaultScenario.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(SPACE).getOrComputeIfAbsent(FaultScenario.class, key -> scene(context));
  }

  @Override
  public void afterTestExecution(ExtensionContext context) throws Exception {
    FaultScenario scene = context.getStore(SPACE).get(FaultScenario.class, FaultScenario.class);
    Rows rows = rows(context);
    Throwable failure = context.getExecutionException().orElse(null);
    if (failure instanceof TestAbortedException) {
      rows.add(scene, "-", "-", "-", "skipped: " + failure.getMessage());
      return;
    }
    if (failure != null) {
      rows.add(scene, "?", "?", "?", "BROKEN: " + failure.getMessage());
      return;
    }
    try {
      Count count = Invariants.check(scene);
      rows.add(scene, "" + count.completed(), "" + count.stopped(), "" + count.failed(), "held");
    } catch (AssertionError | RuntimeException e) {
      rows.add(scene, "?", "?", "?", "BROKEN: " + e.getMessage());
      throw e;
    }
  }

  private static FaultScenario scene(ExtensionContext context) {
    try {
      return new FaultScenario(rows(context).seed + context.getUniqueId().hashCode());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Rows rows(ExtensionContext context) {
    Store store = context.getRoot().getStore(SPACE);
    return store.getOrComputeIfAbsent(Rows.class, key -> new Rows(), Rows.class);
  }

  /** What became of the cases so far. */
  private static final class Rows implements AutoCloseable {
    private static final String FORMAT = "%3s | %-62s | %9s | %7s | %6s | %s%n";

    private final long seed = Long.getLong("faults.seed", System.nanoTime() & 0xffffff);
    private final List<String> lines = new ArrayList<>();

    synchronized void add(
        FaultScenario scene, String completed, String stopped, String failed, String outcome) {
      String number = Integer.toString(lines.size() + 1);
      String first = outcome.strip().lines().findFirst().orElse("");
      lines.add(
          String.format(
              Locale.ROOT, FORMAT, number, scene.broken(), completed, stopped, failed, first));
    }

    @Override
    public synchronized void close() throws IOException {
      StringBuilder text = new StringBuilder();
      text.append("Faults, seed ").append(seed).append('\n');
      text.append(
          String.format(
              Locale.ROOT, FORMAT, "", "broken", "completed", "stopped", "failed", "outcome"));
      lines.forEach(text::append);
      Path file = Path.of("target", "faults.txt");
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      System.out.println(text);
    }
  }
}
