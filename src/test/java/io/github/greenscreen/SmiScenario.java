package io.github.greenscreen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A play for {@link FakeNvidiaSmi}: the GPUs of a machine and what the tool says from tick to tick,
 * each query without a loop being a tick as well. After the last tick that tick is repeated. The
 * fake understands {@code --query-gpu}, {@code --format}, {@code -l}, {@code --loop-ms}, {@code
 * -i}, {@code -L}, {@code --help-query-gpu} and {@code --query-compute-apps}, refuses fields that
 * it does not know as the real tool does, and writes the arguments of every call into the file
 * {@code calls} beside it; those about processes, which come at any time, into {@code app-calls}.
 */
public final class SmiScenario {
  private static final String STATIC_FIELDS = "index name uuid driver_version";
  private static final String LIVE_FIELDS =
      " power.draw power.draw.average power.draw.instant temperature.gpu utilization.gpu"
          + " memory.used";

  private final List<String> gpus = new ArrayList<>();
  private final List<String> ticks = new ArrayList<>();
  private final List<String> loopTicks = new ArrayList<>();
  private String fields = STATIC_FIELDS + LIVE_FIELDS;
  private String lineEnd = "\\n";
  private String help = "";
  private PowerCurve curve = PowerCurve.constant(0, 0);
  private String broken = "";
  private boolean grid;
  private final List<String> apps = new ArrayList<>();

  /** Add the next GPU: its name, its UUID, and of each MIG device on it the UUID. */
  public SmiScenario gpu(String name, String uuid, String... migs) {
    int index = gpus.size();
    String listing = "listing \"GPU %s: %s (UUID: %s)\"".formatted(index, name, uuid);
    for (int i = 0; i < migs.length; i++) {
      listing += "\nlisting \"  MIG 1g.5gb     Device  %s: (UUID: %s)\"".formatted(i, migs[i]);
    }
    String row = new Row(index, uuid).with("name", name).with("driver_version", "550.54.15").call();
    gpus.add("if [ $list = yes ]; then\n%s\nelse\n%s\nfi".formatted(listing, row));
    return this;
  }

  /** Let the tool know these of the fields after the static ones, separated by blanks. */
  public SmiScenario liveFields(String names) {
    fields = STATIC_FIELDS + " " + names;
    return this;
  }

  /** End every line as Windows does. */
  public SmiScenario carriageReturns() {
    lineEnd = "\\r\\n";
    return this;
  }

  /** Let the first {@code count} calls, whatever they ask, do nothing but {@code tick}. */
  public SmiScenario brokenCalls(int count, Tick tick) {
    broken = "[ \"$(wc -l <\"$calls\")\" -gt %s ] || {\n%s\nexit\n}".formatted(count, tick.script);
    return this;
  }

  /** Add a process that computes on a GPU; every cell may be any text. */
  public SmiScenario computeApp(String pid, String name, String uuid, String memory) {
    apps.add("line '%s, %s, %s, %s'".formatted(pid, name, uuid, memory));
    return this;
  }

  /** Let {@code --query-compute-apps} do what {@code tick} says instead. */
  public SmiScenario computeApps(Tick tick) {
    apps.add(tick.script.toString());
    return this;
  }

  /** Let {@code --help-query-gpu} fail as a tool that does not know it. */
  public SmiScenario withoutHelp() {
    help = "echo 'Invalid combination of input arguments.'; exit 2";
    return this;
  }

  /**
   * Let the power {@link Row#measured} follow {@code other}, which begins as soon as the file
   * {@link #begin} says when; and let loops tick when whole periods since 1970 are over.
   */
  public SmiScenario curve(PowerCurve other) {
    curve = other;
    grid = true;
    return this;
  }

  /** Begin the curve of the fake in {@code folder} at {@code millis} since 1970. */
  public static void begin(Path folder, long millis) throws IOException {
    Path written = Files.writeString(folder.resolve("begin.tmp"), millis + "\n");
    Files.move(written, folder.resolve("begin"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Add what happens at the next tick. */
  public SmiScenario tick(Tick tick) {
    ticks.add(tick.script.toString());
    return this;
  }

  /** Add what happens at the next tick of a loop, where that differs from single calls. */
  public SmiScenario loopTick(Tick tick) {
    loopTicks.add(tick.script.toString());
    return this;
  }

  /** Put the fake into {@code folder} and return an environment whose PATH finds it. */
  public Map<String, String> install(Path folder) {
    String play = functions("tick", ticks) + functions("loop", loopTicks);
    String script =
        template()
            .replace("@FIELDS@", fields)
            .replace("@END@", lineEnd)
            .replace("@HELP@", help)
            .replace("@IDLE@", "" + curve.idle())
            .replace("@BASE@", "" + curve.base())
            .replace("@SLOPE@", "" + curve.slope())
            .replace("@EXTRA@", "" + curve.extra())
            .replace("@PERIOD@", "" + curve.period())
            .replace("@WIDTH@", "" + curve.width())
            .replace("@SEED@", "22")
            .replace("@GRID@", grid ? "yes" : "no")
            .replace("@BROKEN@", broken)
            .replace("@GPUS@", gpus.isEmpty() ? ":" : String.join("\n", gpus))
            .replace("@APPS@", apps.isEmpty() ? ":" : String.join("\n", apps))
            .replace("@PLAY@", play)
            .replace("@FOLDER@", folder.toString());
    return FakeNvidiaSmi.install(folder, script);
  }

  private static String functions(String name, List<String> bodies) {
    StringBuilder script = new StringBuilder(name + "_count=" + bodies.size() + "\n");
    for (int i = 0; i < bodies.size(); i++) {
      script.append("%s_%s() {\n:\n%s}\n".formatted(name, i + 1, bodies.get(i)));
    }
    return script.toString();
  }

  private static String template() {
    try (InputStream in = SmiScenario.class.getResourceAsStream("fake-nvidia-smi.sh")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Return the arguments of each call of the fake in {@code folder}. */
  public static List<String> calls(Path folder) throws IOException {
    Path file = folder.resolve("calls");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /** What the tool says about one GPU; every cell may be any text. */
  public record Row(List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    /** Begin the row of GPU {@code index}: 60 °C, 15 %, 1024 MiB, and no power yet. */
    public Row(int index, String uuid) {
      this(
          List.of(
              "index=" + index,
              "uuid=" + uuid,
              "temperature.gpu=60",
              "utilization.gpu=15",
              "memory.used=1024"));
    }

    /** Return the row with {@code watts} in every power field. */
    public Row power(String watts) {
      return with("power.draw", watts)
          .with("power.draw.average", watts)
          .with("power.draw.instant", watts);
    }

    /** Return the row with the curve: a mean over a second, and the power of the moment. */
    public Row measured() {
      return power("MEAN").with("power.draw.instant", "NOW");
    }

    /** Return the row with the power of the moment in every power field. */
    public Row instant() {
      return power("NOW");
    }

    /** Return the row with another cell. */
    public Row with(String field, String text) {
      List<String> changed =
          cells.stream()
              .filter(cell -> !cell.startsWith(field + "="))
              .collect(Collectors.toCollection(ArrayList::new));
      changed.add(field + "=" + text);
      return new Row(changed);
    }

    private String call() {
      return "row '" + String.join("\n", cells) + "'";
    }
  }

  /** What happens at one tick. */
  public static final class Tick {
    private final StringBuilder script = new StringBuilder();

    /** Print rows, of those GPUs that were asked for. */
    public Tick rows(Row... rows) {
      for (Row row : rows) {
        script.append(row.call()).append('\n');
      }
      return this;
    }

    /** Print a row, but not in {@code percent} of the ticks, which seeded dice choose. */
    public Tick lossyRow(int percent, Row row) {
      script.append("lost ").append(percent).append(" || ").append(row.call()).append('\n');
      return this;
    }

    /** Print a line as it is. */
    public Tick line(String text) {
      script.append("line '").append(text).append("'\n");
      return this;
    }

    /** Print text without the end of a line. */
    public Tick half(String text) {
      script.append("printf %s '").append(text).append("'\n");
      return this;
    }

    /** Print a line to standard error. */
    public Tick stderr(String text) {
      script.append("printf '%s\\n' '").append(text).append("' >&2\n");
      return this;
    }

    /** Wait. */
    public Tick delay(double seconds) {
      script.append("sleep ").append(seconds).append('\n');
      return this;
    }

    /** Say nothing any more without ending. */
    public Tick hang() {
      script.append("exec sleep 3600\n");
      return this;
    }

    /** End the process, in a loop as well. */
    public Tick exit(int code) {
      script.append("exit ").append(code).append('\n');
      return this;
    }
  }
}
