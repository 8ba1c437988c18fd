package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Proves the table "where to change things" of {@code docs/architecture.md}: adds one of each to a
 * copy of the sources, as the table says, compiles the copy, and uses what was added.
 */
final class ExtensionIT {
  private static final String PACKAGE = "io/github/greenscreen/";

  @TempDir private Path folder;
  private Path sources;
  private Path classes;

  @BeforeEach
  void copySources() throws IOException {
    sources = folder.resolve("src");
    classes = folder.resolve("classes");
    copy(Path.of("src/main/java"), sources);
    // What the build makes of resources stays as it is; the new classes come first.
    Files.createDirectories(classes);
  }

  @Test
  void additions_oneOfEach_compileAndWork() throws Exception {
    addSampler();
    addStopper();
    addMeter();
    addLauncher();
    addNetwork();
    addOptimizer();
    addSchedule();
    addAugmentation();
    addHyperparameter();
    addSection();
    compile();

    Outcome space = run("space", "--config", config().toString());
    assertThat(space.code()).as(space.err()).isZero();

    Outcome asked = run("ask", "--config", config().toString(), "--runs", "asked");
    assertThat(asked.code()).as(asked.err()).isZero();
    assertThat(asked.out()).contains("\"lr\"");

    Outcome trained = run(training());
    assertThat(trained.code()).as(trained.err()).isZero();
    RunStatus status = new RunFolder(folder.resolve("runs/001")).readStatus();
    assertThat(StatusEntries.of(status)).containsEntry("meter", "constant");
    assertThat(folder.resolve("runs/001/launched")).isDirectory();
    assertThat(Files.readString(folder.resolve("runs/001/parameters.yaml")))
        .contains("model: linear", "optimizer: SignSGD", "lr_schedule: halving")
        .contains("augmentation: brighten", "pixel_noise: 0.1");

    Outcome report = run("report");
    assertThat(report.code()).as(report.err()).isZero();
    assertThat(text(folder.resolve("report/greenscreen.pdf"))).contains("A section of my own");
  }

  private String[] training() {
    return new String[] {
      "train",
      "--baseline",
      "--dataset=shapes",
      "--limit=100",
      "--epochs=2",
      "--idle=0",
      "--meter=constant:30W",
      "--meter-period=0.2",
      "--set=model=linear",
      "--set=optimizer=SignSGD",
      "--set=lr_schedule=halving",
      "--set=augmentation=brighten",
      "--set=pixel_noise=0.1",
      "--set=batch_size=32"
    };
  }

  private Path config() throws IOException {
    return Files.writeString(
        folder.resolve("mine.yaml"),
        """
        method: last
        early_terminate: {type: never}
        parameters:
          lr:        {values: [0.1, 0.01]}
          model:     {values: [linear, resnet20]}
          optimizer: {value: SignSGD}
        """);
  }

  private void addSampler() throws IOException {
    write(
        "search/sampler/LastSampler",
        """
        package io.github.greenscreen.search.sampler;

        import io.github.greenscreen.search.StudySnapshot;
        import io.github.greenscreen.space.Configuration;
        import java.util.List;
        import java.util.Optional;

        final class LastSampler implements Sampler {
          @Override
          public Optional<Configuration> next(StudySnapshot study) {
            List<Configuration> all = new GridSampler().sequence(study, 100);
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
          }
        }
        """);
    add(
        "search/sampler/SamplerType",
        "  GRID(new GridSampler()),\n",
        "  LAST(new LastSampler()),\n");
  }

  private void addStopper() throws IOException {
    write(
        "search/stopper/NeverStopper",
        """
        package io.github.greenscreen.search.stopper;

        import io.github.greenscreen.search.StudySnapshot;
        import io.github.greenscreen.search.Trial;
        import java.util.Optional;

        final class NeverStopper implements Stopper {
          @Override
          public Optional<String> reason(StudySnapshot study, Trial running) {
            return Optional.empty();
          }

          @Override
          public String settings() {
            return "";
          }
        }
        """);
    add(
        "search/stopper/StopperType",
        "public enum StopperType {\n",
        "  NEVER(asked -> new NeverStopper(), \"unused\"),\n");
  }

  private void addMeter() throws IOException {
    write(
        "power/meter/ConstantMeter",
        """
        package io.github.greenscreen.power.meter;

        import io.github.greenscreen.power.PowerMeter;
        import io.github.greenscreen.power.PowerSample;
        import java.util.List;

        final class ConstantMeter implements PowerMeter {
          private final double watts;

          ConstantMeter(String argument) {
            watts = Double.parseDouble(argument.replace("W", ""));
          }

          @Override
          public String name() {
            return "constant";
          }

          @Override
          public List<PowerSample> read() {
            return List.of(
                new PowerSample(
                    System.currentTimeMillis(), "cpu", watts, Double.NaN, Double.NaN, Double.NaN));
          }
        }
        """);
    add(
        "power/meter/MeterType",
        "public enum MeterType {\n",
        "  CONSTANT(\"constant\", \"65W\", (argument, place) -> new ConstantMeter(argument)),\n");
  }

  private void addLauncher() throws IOException {
    write(
        "sweep/launch/MarkingLauncher",
        """
        package io.github.greenscreen.sweep.launch;

        import io.github.greenscreen.run.RunFolder;
        import java.util.List;
        import java.util.OptionalInt;

        record MarkingLauncher(Launcher local) implements Launcher {
          @Override
          public List<Slot> slots(OptionalInt parallel) {
            return local.slots(parallel);
          }

          @Override
          public RunProcess start(RunFolder folder, Slot slot) {
            folder.path().resolve("launched").toFile().mkdir();
            return local.start(folder, slot);
          }
        }
        """);
    add(
        "sweep/launch/LauncherType",
        "public enum LauncherType {\n",
        "  MARKING((main, more) -> new MarkingLauncher(LocalLauncher.watching(main, more))),\n");
    replace("Greenscreen", "LauncherType.WATCHED", "LauncherType.MARKING");
  }

  private void addNetwork() throws IOException {
    write(
        "djl/network/layer/GlobalMaximum",
        """
        package io.github.greenscreen.djl.network.layer;

        import ai.djl.ndarray.types.Shape;
        import java.util.List;

        public record GlobalMaximum(String name, String in) implements Layer {
          @Override
          public List<String> reads() {
            return List.of(in);
          }

          @Override
          public Shape output(List<Shape> inputs) {
            return new Shape(inputs.get(0).get(0));
          }

          @Override
          public void write(LayerScript script) {
            script.assign(
                Expressions.variable(name),
                "torch.amax(%s, [2, 3])".formatted(Expressions.variable(in)));
            script.complete(name);
          }
        }
        """);
    write(
        "djl/network/LinearNetwork",
        """
        package io.github.greenscreen.djl.network;

        import io.github.greenscreen.djl.network.layer.Dense;
        import io.github.greenscreen.djl.network.layer.GlobalMaximum;
        import io.github.greenscreen.djl.network.layer.Layer;

        final class LinearNetwork {
          private LinearNetwork() {}

          static Architecture build(int classes) {
            ArchitectureBuilder layers = new ArchitectureBuilder();
            String x = layers.rectified("conv1", "bn1", Layer.INPUT, 3, 8, 3, 1);
            x = layers.add(new GlobalMaximum("maximum", x));
            layers.add(new Dense("fc", x, 8, classes));
            return layers.build();
          }
        }
        """);
    add(
        "training/hyperparameter/NetworkKind",
        "public enum NetworkKind implements ConfigChoice {\n",
        "  LINEAR(\"linear\", \"a linear network\"),\n");
    add(
        "djl/network/Architecture",
        "    return switch (kind) {\n",
        "      case LINEAR -> LinearNetwork.build(classes);\n");
  }

  private void addOptimizer() throws IOException {
    add(
        "training/hyperparameter/OptimizerKind",
        "public enum OptimizerKind implements ConfigChoice {\n",
        "  SIGN_SGD(\"SignSGD\"),\n");
    add(
        "djl/optimizer/UpdateRule",
        "    return switch (settings.kind()) {\n",
        "      case SIGN_SGD -> rule(form, \"    for i in range(len(p)):\\n"
            + "        p[i].sub_(torch.sign(g[i]) * lr)\\n\", 0, false);\n");
  }

  private void addSchedule() throws IOException {
    add(
        "training/hyperparameter/LrSchedule",
        "public enum LrSchedule implements ConfigChoice {\n",
        "  HALVING(\"halving\"),\n");
    add(
        "djl/optimizer/Schedules",
        "    return switch (rate.schedule()) {\n",
        "      case HALVING -> step -> (float) (initial * Math.pow(0.5, step));\n");
  }

  private void addAugmentation() throws IOException {
    write(
        "djl/data/Brighten",
        """
        package io.github.greenscreen.djl.data;

        import ai.djl.ndarray.NDArray;
        import io.github.greenscreen.djl.torchscript.ScriptModule;
        import java.util.SplittableRandom;

        final class Brighten implements Augmenter {
          @Override
          public int width() {
            return 0;
          }

          @Override
          public float[] draw(int[] images, int epoch, SplittableRandom random) {
            return new float[0];
          }

          @Override
          public ImageBatch apply(ImageBatch batch, NDArray numbers, ScriptModule script) {
            return new ImageBatch(batch.images().add(1), batch.labels());
          }
        }
        """);
    add(
        "training/hyperparameter/Augmentation",
        "public enum Augmentation implements ConfigChoice {\n",
        "  BRIGHTEN(\"brighten\"),\n");
    add(
        "djl/data/Augmenters",
        "    return switch (kind) {\n",
        "      case BRIGHTEN -> new Brighten();\n");
  }

  private void addHyperparameter() throws IOException {
    add(
        "training/hyperparameter/HyperparameterDeclarations",
        "  private static List<HyperparameterDeclaration> images() {\n    return List.of(\n",
        "        range(\"pixel_noise\", \"a number from 0\", \"0\", text -> number(text) >= 0,"
            + " \"deviation of noise that is added to pixels\"),\n");
  }

  private void addSection() throws IOException {
    write(
        "report/section/OwnSection",
        """
        package io.github.greenscreen.report.section;

        import io.github.greenscreen.report.pdf.PdfDocumentWriter;

        public final class OwnSection implements ReportSection {
          @Override
          public void write(PdfDocumentWriter pdf) {
            pdf.section("A section of my own");
          }
        }
        """);
    add(
        "report/ReportLayout",
        "    return List.of(\n",
        "        new io.github.greenscreen.report.section.OwnSection(),\n");
  }

  private void write(String type, String text) throws IOException {
    Files.writeString(sources.resolve(PACKAGE + type + ".java"), text);
  }

  /** Insert {@code line} after {@code anchor} in the source of {@code type}. */
  private void add(String type, String anchor, String line) throws IOException {
    replace(type, anchor, anchor + line);
  }

  private void replace(String type, String old, String text) throws IOException {
    Path file = sources.resolve(PACKAGE + type + ".java");
    String source = Files.readString(file);
    assertThat(source).as(type).containsOnlyOnce(old);
    Files.writeString(file, source.replace(old, text));
  }

  private void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        Stream<Path> files = Files.walk(sources)) {
      List<Path> all = files.filter(file -> file.toString().endsWith(".java")).toList();
      String path = libraries() + ":" + System.getProperty("java.class.path");
      List<String> options =
          List.of("-proc:none", "-nowarn", "-cp", path, "-d", classes.toString());
      boolean done =
          compiler
              .getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(all))
              .call();
      assertThat(done).as("the copy compiles").isTrue();
    }
  }

  private Outcome run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dgreenscreen.home=" + Distribution.home(), "-cp"));
    command.add(classes + ":" + libraries());
    command.add(Greenscreen.class.getName());
    command.addAll(List.of(words));
    return Shell.run(folder, Distribution.environment(), command);
  }

  private static String libraries() throws IOException {
    List<String> jars = new ArrayList<>();
    for (String place : List.of("lib", "lib/cpu")) {
      try (Stream<Path> files = Files.list(Distribution.home().resolve(place))) {
        jars.addAll(
            files.filter(file -> file.toString().endsWith(".jar")).map(Path::toString).toList());
      }
    }
    return jars.stream().sorted().collect(Collectors.joining(":"));
  }

  private static String text(Path file) throws IOException {
    try (PdfReader reader = new PdfReader(file.toString())) {
      return new PdfTextExtractor(reader).getTextFromPage(1);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
