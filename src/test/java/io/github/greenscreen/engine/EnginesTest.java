package io.github.greenscreen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.greenscreen.download.DownloadListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which build is chosen on which machine, and what is handed on. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "libraries have other names elsewhere")
final class EnginesTest {
  private static final DownloadListener SILENT = (done, total) -> {};

  @TempDir private Path home;
  private FakeHost host;

  @BeforeEach
  void makeHost() {
    host = new FakeHost(home);
  }

  @Test
  void choose_noGpu_isTheCpuBuildOfTheDistribution() throws Exception {
    EngineChoice choice = choose(EngineRequest.AUTO);

    assertThat(choice)
        .isEqualTo(
            new EngineChoice(
                Optional.empty(), "no NVIDIA GPU is visible", Optional.empty(), false, false));
    assertThat(choice.isCpu()).isTrue();
    assertThat(choice.words()).isEmpty();
    assertThat(choice.withConvolutions(true).words())
        .containsExactly("--float32-convolutions", "ieee");
    assertThat(choice.description()).isEqualTo("PyTorch 2.7.1 for the CPU in the distribution");
  }

  @Test
  void choose_gpuAndBuildInDjlsCache_takesIt() throws Exception {
    Path folder = Folders.cuda(home.resolve(".djl.ai/pytorch/2.7.1-cu128-linux-x86_64"));
    host.gpu("8.0");

    EngineChoice choice = choose(EngineRequest.AUTO);

    assertThat(choice.build().orElseThrow().folder()).isEqualTo(folder);
    assertThat(choice.words()).containsExactly("--engine", folder.toString());
    assertThat(choice.description()).isEqualTo("PyTorch 2.7.1 for CUDA 12.8 in " + folder);
    assertThat(choice.gpuUnused()).isEmpty();
  }

  @Test
  void choose_gpuAndBuildsInBothCaches_takesOurs() throws Exception {
    Folders.cuda(home.resolve(".djl.ai/pytorch/2.7.1-cu128-linux-x86_64"));
    host.variable("GREENSCREEN_CACHE", home.resolve("cache").toString()).gpu("12.0");
    Path own = Folders.cuda(home.resolve("cache/engines/2.7.1-cu128-linux-x86_64"));

    assertThat(choose(EngineRequest.AUTO).build().orElseThrow().folder()).isEqualTo(own);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENGINE_CACHE_DIR", "DJL_CACHE_DIR"})
  void choose_djlsCacheIsElsewhere_looksThere(String variable) throws Exception {
    host.gpu("8.0").variable(variable, home.resolve("other").toString());
    Path folder = Folders.cuda(home.resolve("other/pytorch/2.7.1-cu128-linux-x86_64"));

    assertThat(choose(EngineRequest.AUTO).build().orElseThrow().folder()).isEqualTo(folder);
  }

  @Test
  void choose_gpuOfUnknownCapability_takesTheBuildForGpus() throws Exception {
    Folders.cuda(home.resolve(".djl.ai/pytorch/2.7.1-cu128-linux-x86_64"));
    host.gpu("").gpu("7.0");

    assertThat(choose(EngineRequest.AUTO).isCpu()).isFalse();
  }

  @Test
  void choose_gpuIsTooOld_takesTheCpuAndSaysWhy() throws Exception {
    host.gpu("7.0").gpu("6.1");
    String reason =
        "PyTorch 2.7.1 for CUDA 12.8 needs compute capability 7.5 (Turing) or higher, found 7.0";

    EngineChoice choice = choose(EngineRequest.AUTO);

    assertThat(choice.isCpu()).isTrue();
    assertThat(choice.gpuUnused()).contains(reason);
    assertThat(choice.words()).containsExactly("--device", "cpu", "--device-because", reason);
  }

  @Test
  void choose_oneOfTwoGpusIsYoungEnough_takesTheBuildForGpus() throws Exception {
    Folders.cuda(home.resolve(".djl.ai/pytorch/2.7.1-cu128-linux-x86_64"));
    host.gpu("7.0").gpu("7.5");

    assertThat(choose(EngineRequest.AUTO).isCpu()).isFalse();
  }

  @Test
  void choose_driverLacksCuda_takesTheCpuAndSaysWhy() throws Exception {
    host.gpu("9.0").withoutDriver();

    assertThat(choose(EngineRequest.AUTO).gpuUnused())
        .contains(
            "libcuda.so.1 of the NVIDIA driver cannot be loaded (a container needs"
                + " NVIDIA_DRIVER_CAPABILITIES=compute,utility)");
  }

  @Test
  void choose_gpuOfAnotherArchitecture_takesTheCpuAndSaysWhy() throws Exception {
    host.gpu("9.0").property("os.arch", "aarch64");

    assertThat(choose(EngineRequest.AUTO).gpuUnused())
        .contains("PyTorch for CUDA is published for Linux on x86-64 only");
  }

  @Test
  void choose_gpuAndNothingToFetch_namesFilePlacesAndWaysOut() {
    host.gpu("8.0").variable("GREENSCREEN_ENGINE_MIRROR", "http://127.0.0.1:9/x");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> choose(EngineRequest.AUTO))
        .withMessage(
            "PyTorch for the GPU (NVIDIA Test) is missing: found no libtorch_cuda.so in "
                + home
                + "/.cache/greenscreen/engines/2.7.1-cu128-linux-x86_64 or "
                + home
                + "/.djl.ai/pytorch/2.7.1-cu128-linux-x86_64, and fetching it failed:"
                + " http://127.0.0.1:9/x/files.txt: the download was interrupted after 0 bytes (no"
                + " connection to 127.0.0.1); run 'greenscreen engine fetch --flavor cu128 --to"
                + " DIR' on a machine with a network and select DIR with --engine or"
                + " GREENSCREEN_ENGINE, select the lib folder of a pip-installed torch 2.7.1 in the"
                + " same way, or train on the CPU with --device cpu");
    assertThat(home.resolve(".cache/greenscreen/engines/2.7.1-cu128-linux-x86_64.cu128.part"))
        .doesNotExist();
  }

  @Test
  void decide_buildNeededAndMissing_isEmpty() {
    assertThat(new Engines(host.gpu("8.0").host()).decide(EngineRequest.AUTO)).isEmpty();
  }

  @Test
  void choose_folderOfTheOption_winsOverTheVariable() throws Exception {
    Path option = Folders.cuda(home.resolve("2.7.1-cu128-linux-x86_64"));
    host.gpu("8.0").variable("GREENSCREEN_ENGINE", "/no/such/folder");

    assertThat(choose(engine(option)).build().orElseThrow().folder()).isEqualTo(option);
  }

  @Test
  void choose_folderOfTheVariable_winsOverThePathOfDjl() throws Exception {
    Path folder = Folders.cpu(home.resolve("2.7.1-cpu-linux-x86_64"));
    host.variable("GREENSCREEN_ENGINE", folder.toString())
        .property("PYTORCH_LIBRARY_PATH", "/no/such/folder");

    EngineChoice choice = choose(EngineRequest.AUTO);

    assertThat(choice.build().orElseThrow().folder()).isEqualTo(folder);
    assertThat(choice.reason()).isEqualTo("GREENSCREEN_ENGINE names it");
  }

  @Test
  void choose_folderOfTheVariableIsMissing_namesTheVariable() {
    host.variable("GREENSCREEN_ENGINE", "/no/such/folder");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> choose(EngineRequest.AUTO))
        .withMessageStartingWith("GREENSCREEN_ENGINE: neither /no/such/folder nor its");
  }

  @Test
  void choose_pathOfDjl_keepsWorkingThoughNothingTellsTheVersion() throws Exception {
    Path folder = Folders.cpu(home.resolve("libs"));
    host.property("PYTORCH_LIBRARY_PATH", "/no/such/folder:" + folder.resolve("libtorch.so"));

    EngineChoice choice = choose(EngineRequest.AUTO);

    assertThat(choice.build().orElseThrow().folder()).isEqualTo(folder);
    assertThat(choice.words()).containsExactly("--engine", folder.toString());
  }

  @Test
  void choose_folderForTheCpuBesideAGpu_saysThatTheGpuIsNotUsed() throws Exception {
    Path folder = Folders.cpu(home.resolve("2.7.1-cpu-linux-x86_64"));
    host.gpu("8.0");
    String reason = "the PyTorch in " + folder + " is for the CPU";

    EngineChoice choice = choose(engine(folder));

    assertThat(choice.gpuUnused()).contains(reason);
    assertThat(choice.words())
        .containsExactly(
            "--engine", folder.toString(), "--device", "cpu", "--device-because", reason);
  }

  @Test
  void choose_childOfASweep_looksForNothing() throws Exception {
    Path folder = Folders.cuda(home.resolve("2.7.1-cu128-linux-x86_64"));
    host.gpu("6.0").withoutDriver();

    EngineChoice choice =
        choose(new EngineRequest(Optional.of(folder), false, Optional.empty(), true));
    EngineChoice cpu =
        choose(new EngineRequest(Optional.empty(), true, Optional.of("it is old"), true));

    assertThat(choice.build().orElseThrow().folder()).isEqualTo(folder);
    assertThat(cpu.gpuUnused()).contains("it is old");
    assertThat(cpu.asked()).isFalse();
    assertThat(host.looks()).isZero();
  }

  @Test
  void choose_namedFolderForGpusWithoutDriver_takesTheCpu() throws Exception {
    Path folder = Folders.cuda(home.resolve("2.7.1-cu128-linux-x86_64"));
    host.withoutDriver();

    assertThat(choose(engine(folder)).isCpu()).isTrue();
  }

  @Test
  void choose_deviceCpu_leavesInstalledAndNamedBuildsForGpusAlone() throws Exception {
    Path folder = Folders.cuda(home.resolve(".djl.ai/pytorch/2.7.1-cu128-linux-x86_64"));
    host.gpu("8.0").variable("GREENSCREEN_ENGINE", folder.toString());

    EngineChoice choice = choose(cpu(Optional.empty()));

    assertThat(choice.build()).isEmpty();
    assertThat(choice.asked()).isTrue();
    assertThat(choice.words()).containsExactly("--device", "cpu");
    assertThat(host.looks()).isZero();
  }

  @Test
  void choose_deviceCpuWithAFolderForGpus_isRefused() throws IOException {
    Path folder = Folders.cuda(home.resolve("2.7.1-cu128-linux-x86_64"));

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> choose(cpu(Optional.of(folder))))
        .withMessage(
            ("--device cpu: the build in %s is for CUDA; remove --engine to train with the "
                        + "CPU build")
                    .formatted(folder)
                + " of the distribution");
  }

  @Test
  void choose_flavorCpu_takesTheCpuBesideAGpu() throws Exception {
    host.gpu("8.0").property("PYTORCH_FLAVOR", "cpu");

    assertThat(choose(EngineRequest.AUTO).gpuUnused()).contains("PYTORCH_FLAVOR is cpu");
  }

  @Test
  void choose_flavorThatIsNotPublished_isRefused() {
    host.property("PYTORCH_FLAVOR", "cu124");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> choose(EngineRequest.AUTO))
        .withMessage(
            "PYTORCH_FLAVOR is \"cu124\", expected cpu or cu128, the builds that are published for"
                + " PyTorch 2.7.1; change or unset it");
  }

  @Test
  void choose_anotherVersion_isRefused() {
    host.property("PYTORCH_VERSION", "2.5.1");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> choose(EngineRequest.AUTO))
        .withMessage(
            "PYTORCH_VERSION is \"2.5.1\", expected 2.7.1, the version that DJL supports; "
                + "change or unset it");
  }

  @Test
  void use_folderForGpus_tellsDjl() throws Exception {
    Path folder = Folders.cuda(home.resolve("2.7.1-cu128-linux-x86_64"));
    Files.writeString(folder.resolve("libcufile_rdma-5257f22c.so.1"), "");
    host.property("PYTORCH_LIBRARY_EXCLUSION", "mine.so");

    use(engine(folder));

    assertThat(host.property("PYTORCH_LIBRARY_PATH")).isEqualTo(folder.toString());
    assertThat(host.property("PYTORCH_VERSION")).isEqualTo("2.7.1");
    assertThat(host.property("PYTORCH_FLAVOR")).isEqualTo("cu128");
    assertThat(host.property("PYTORCH_LIBRARY_EXCLUSION"))
        .isEqualTo("libcufile_rdma-5257f22c.so.1,mine.so");
    assertThat(host.property("greenscreen.engine.cuda")).isEqualTo("12.8");
  }

  @Test
  void use_deviceCpu_takesThePathOfDjlAway() throws Exception {
    host.property("PYTORCH_LIBRARY_PATH", "/opt/torch").property("PYTORCH_VERSION", "2.7.1");

    use(cpu(Optional.empty()));

    assertThat(host.property("PYTORCH_LIBRARY_PATH")).isNull();
    assertThat(host.property("PYTORCH_VERSION")).isNull();
    assertThat(host.property("PYTORCH_FLAVOR")).isEqualTo("cpu");
    assertThat(host.property("greenscreen.engine.unused")).isEqualTo("--device cpu was given");
  }

  @Test
  void use_variableThatDjlPrefers_isRefused() {
    host.variable("PYTORCH_LIBRARY_PATH", "/opt/torch");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> use(cpu(Optional.empty())))
        .withMessage(
            "PYTORCH_LIBRARY_PATH is \"/opt/torch\", which for DJL overrides \"\"; unset "
                + "it, or start greenscreen with bin/greenscreen");
  }

  @Test
  void use_variableThatSaysTheSame_isFine() throws Exception {
    Path folder = Folders.cpu(home.resolve("libs"));
    host.variable("PYTORCH_LIBRARY_PATH", "/none:" + folder);

    use(EngineRequest.AUTO);

    assertThat(host.property("PYTORCH_LIBRARY_PATH")).isEqualTo(folder.toString());
  }

  @Test
  void installed_bothCaches_tellsWhatIsBroken() throws IOException {
    Path cuda = Folders.cuda(home.resolve(".djl.ai/pytorch/2.7.1-cu128-linux-x86_64"));
    Files.delete(cuda.resolve("libc10_cuda.so"));
    Folders.cpu(home.resolve(".djl.ai/pytorch/2.7.1-20250812-cpu-linux-x86_64"));

    List<Build> builds = new Engines(host.host()).installed();

    assertThat(builds).extracting(Build::name).containsExactly("cu128", "cpu");
    assertThat(builds.get(0).problem()).isPresent();
    assertThat(builds.get(1).problem()).isEmpty();
  }

  @Test
  void fetch_forCudaOnAnotherArchitecture_isRefused() {
    host.property("os.arch", "aarch64");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> new Engines(host.host()).fetch(Flavor.CU128, home, SILENT))
        .withMessage(
            "PyTorch for CUDA is published for linux-x86_64 only, found linux-aarch64; "
                + "fetch it on such a machine");
  }

  @Test
  void fetch_mirrorIsNoAddress_isRefused() {
    host.variable("GREENSCREEN_ENGINE_MIRROR", "my mirror");

    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> new Engines(host.host()).fetch(Flavor.CPU, home.resolve("x"), SILENT))
        .withMessage(
            "GREENSCREEN_ENGINE_MIRROR is \"my mirror\", expected the address of a folder with"
                + " files.txt, such as https://publish.djl.ai/pytorch/2.7.1/");
  }

  private EngineChoice choose(EngineRequest request) throws InterruptedException {
    return new Engines(host.host()).choose(request, SILENT);
  }

  private void use(EngineRequest request) throws InterruptedException {
    Engines engines = new Engines(host.host());
    engines.use(engines.choose(request, SILENT));
  }

  private static EngineRequest engine(Path folder) {
    return new EngineRequest(Optional.of(folder), false, Optional.empty(), false);
  }

  private static EngineRequest cpu(Optional<Path> folder) {
    return new EngineRequest(folder, true, Optional.empty(), false);
  }
}
