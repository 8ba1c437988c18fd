package io.github.greenscreen.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The build of PyTorch to train with.
 *
 * @param build the build; empty for the CPU build on the class path
 * @param reason why this one, as the end of a sentence
 * @param gpuUnused why a GPU is not used, to follow "but"; empty if there is none or it is used
 * @param asked whether the user requested the CPU
 * @param ieee whether GPUs must not multiply the float32 numbers of convolutions in TF32
 */
public record EngineChoice(
    Optional<Build> build, String reason, Optional<String> gpuUnused, boolean asked, boolean ieee) {
  /** The option of {@code train} that names the folder of a build. */
  public static final String ENGINE = "--engine";

  /** The option of {@code train} that names the device. */
  public static final String DEVICE = "--device";

  /** The option of {@code train} that says how GPUs multiply float32 numbers in convolutions. */
  public static final String CONVOLUTIONS = "--float32-convolutions";

  /** The hidden option that tells a child process why it must use the CPU. */
  public static final String BECAUSE = "--device-because";

  public EngineChoice {
    Objects.requireNonNull(build);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(gpuUnused);
  }

  /** Return the choice of {@code build}. */
  static EngineChoice of(Build build, String reason) {
    return new EngineChoice(Optional.of(build), reason, Optional.empty(), false, false);
  }

  /** Return the choice of the CPU build on the class path. */
  static EngineChoice bundled(String reason) {
    return new EngineChoice(Optional.empty(), reason, Optional.empty(), false, false);
  }

  /** Return the choice of the CPU build on the class path although a GPU exists. */
  static EngineChoice withoutGpu(String reason, boolean asked) {
    return new EngineChoice(Optional.empty(), reason, Optional.of(reason), asked, false);
  }

  /** Return the same choice, with TF32 in convolutions forbidden or allowed. */
  public EngineChoice withConvolutions(boolean inIeee) {
    return new EngineChoice(build, reason, gpuUnused, asked, inIeee);
  }

  /** Return whether it computes on the CPU only. */
  public boolean isCpu() {
    return build.map(b -> b.flavor() == Flavor.CPU).orElse(true);
  }

  /** Return a description, such as {@code PyTorch 2.7.1 for CUDA 12.8 in /opt/torch}. */
  public String description() {
    String target = build.flatMap(Build::cuda).map(cuda -> "CUDA " + cuda).orElse("the CPU");
    String place = build.map(b -> b.folder().toString()).orElse("the distribution");
    return "PyTorch %s for %s in %s".formatted(Flavor.PYTORCH, target, place);
  }

  /** Return the options of {@code train} that make a child process choose the same. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    build.ifPresent(b -> words.addAll(List.of(ENGINE, b.folder().toString())));
    if (isCpu() && gpuUnused.isPresent()) {
      words.addAll(List.of(DEVICE, "cpu"));
    }
    gpuUnused.filter(reason -> !asked).ifPresent(reason -> words.addAll(List.of(BECAUSE, reason)));
    if (ieee) {
      words.addAll(List.of(CONVOLUTIONS, "ieee"));
    }
    return words;
  }

  /**
   * Configure DJL and {@link EngineInUse}. Call it before the engine is first used.
   *
   * @throws EngineException if the environment configures DJL otherwise, which a property cannot
   *     override
   */
  void apply(EngineVariables settings, Properties properties) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put(EngineVariables.LIBRARY_PATH, build.map(b -> b.folder().toString()).orElse(""));
    told.put(EngineVariables.VERSION, build.isPresent() ? Flavor.PYTORCH : "");
    told.put(EngineVariables.FLAVOR, build.map(Build::flavor).orElse(Flavor.CPU).configName());
    told.forEach((name, value) -> refuseOther(settings, name, value));
    told.forEach((name, value) -> set(properties, name, value));
    build.ifPresent(b -> exclude(settings, b, properties));
    set(properties, EngineInUse.CUDA, build.flatMap(Build::cuda).orElse(""));
    set(properties, EngineInUse.UNUSED, gpuUnused.orElse(""));
    set(properties, EngineInUse.ASKED, asked ? "true" : "");
    set(properties, EngineInUse.IEEE, ieee ? "true" : "");
  }

  private static void exclude(EngineVariables settings, Build build, Properties properties) {
    List<String> names = new ArrayList<>(build.excluded());
    if (!names.isEmpty()) {
      settings.get(EngineVariables.EXCLUSION).ifPresent(names::add);
      properties.setProperty(EngineVariables.EXCLUSION, String.join(",", names));
    }
  }

  /** DJL prefers variables to properties; bin/greenscreen turns variables into properties. */
  private void refuseOther(EngineVariables settings, String name, String value) {
    boolean counts = build.isPresent() || name.equals(EngineVariables.LIBRARY_PATH);
    Optional<String> inherited = settings.inherited(name).filter(text -> counts);
    if (inherited.isPresent() && !means(name, inherited.get(), value)) {
      throw new EngineException(
          ("%s is \"%s\", which for DJL overrides \"%s\"; unset it, or start greenscreen "
                  + "with bin/greenscreen")
              .formatted(name, inherited.get(), value));
    }
  }

  private static boolean means(String name, String text, String value) {
    return text.equals(value)
        || (name.equals(EngineVariables.LIBRARY_PATH)
            && EngineVariables.libraryFolder(text)
                .filter(path -> path.toString().equals(value))
                .isPresent());
  }

  private static void set(Properties properties, String name, String value) {
    if (value.isEmpty()) {
      properties.remove(name);
    } else {
      properties.setProperty(name, value);
    }
  }
}
