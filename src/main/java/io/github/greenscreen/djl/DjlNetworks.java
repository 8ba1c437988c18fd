package io.github.greenscreen.djl;

import ai.djl.Device;
import ai.djl.pytorch.jni.JniUtils;
import io.github.greenscreen.djl.device.EngineProcess;
import io.github.greenscreen.djl.export.OnnxExport;
import io.github.greenscreen.djl.export.SafetensorsExport;
import io.github.greenscreen.djl.export.SavedNetwork;
import io.github.greenscreen.djl.export.ScriptClassifier;
import io.github.greenscreen.djl.export.TorchScriptExport;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.djl.network.layer.PointwiseFormulation;
import io.github.greenscreen.djl.selftest.EngineSettings;
import io.github.greenscreen.djl.selftest.SelfTest;
import io.github.greenscreen.djl.selftest.SelfTestResult;
import io.github.greenscreen.djl.selftest.Workload;
import io.github.greenscreen.run.io.AtomicFile;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.network.ModelFolder;
import io.github.greenscreen.training.engine.Classifier;
import io.github.greenscreen.training.engine.TrainedNetworks;
import io.github.greenscreen.training.hyperparameter.MemoryFormat;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Exports and uses trained networks. Exporting needs no engine; using them loads PyTorch. */
public final class DjlNetworks implements TrainedNetworks {
  private static final int BUFFER = 1 << 18;

  private final Function<Workload, SelfTestResult> tests;

  /** Create networks that compute with the settings that {@code selfTest} finds. */
  public DjlNetworks(SelfTest selfTest) {
    this(selfTest::of);
  }

  /** Create networks that compute with the fastest settings, untested. */
  DjlNetworks() {
    this(workload -> SelfTestResult.untested(EngineSettings.FASTEST));
  }

  private DjlNetworks(Function<Workload, SelfTestResult> tests) {
    this.tests = tests;
  }

  @Override
  public void export(Export export, Path file) {
    SavedNetwork network = SavedNetwork.read(export.folder().network());
    Map<String, String> metadata = new LinkedHashMap<>(network.description().metadata());
    metadata.putAll(export.metadata());
    try {
      AtomicFile.replace(
          file,
          to -> {
            OutputStream out = new BufferedOutputStream(to, BUFFER);
            write(export, network, metadata, out);
            out.flush();
          });
    } catch (IOException e) {
      throw RunFolderException.cannot("write", file, e);
    }
  }

  private static void write(
      Export export, SavedNetwork network, Map<String, String> metadata, OutputStream out)
      throws IOException {
    switch (export.format()) {
      case TORCHSCRIPT -> {
        if (export.quantized()) {
          try (InputStream archive = Files.newInputStream(export.folder().quantized())) {
            TorchScriptExport.writeQuantized(out, archive, network, metadata);
          }
        } else {
          TorchScriptExport.write(out, network, PointwiseFormulation.CONVOLUTION, metadata);
        }
      }
      case SAFETENSORS -> SafetensorsExport.write(out, network, metadata);
      case ONNX -> OnnxExport.write(out, network, metadata);
    }
  }

  @Override
  public Classifier load(ModelFolder folder) {
    SavedNetwork network = SavedNetwork.read(folder.network());
    Optional<Path> quantized = folder.findQuantized();
    EngineSettings settings = tests.apply(network.workload()).settings();
    EngineProcess.load(settings.oneDnn());
    JniUtils.setGraphExecutorOptimize(false);
    return quantized
        .map(file -> ScriptClassifier.ofQuantized(network.description(), file))
        .orElseGet(
            () ->
                ScriptClassifier.of(
                    network,
                    settings.pointwise(
                        Device.cpu(), ElementType.FLOAT32, MemoryFormat.CONTIGUOUS)));
  }
}
