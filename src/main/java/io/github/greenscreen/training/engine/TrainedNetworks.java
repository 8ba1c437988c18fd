package io.github.greenscreen.training.engine;

import io.github.greenscreen.run.network.ModelFolder;
import java.nio.file.Path;
import java.util.Map;

/** Port to an engine that exports and uses trained networks. */
public interface TrainedNetworks {

  /**
   * A network to export.
   *
   * @param folder the folder that holds it
   * @param format the format to write
   * @param quantized whether to write the quantised network of the folder, which TorchScript alone
   *     can hold
   * @param metadata further text for readers, by key
   */
  record Export(
      ModelFolder folder, ExportFormat format, boolean quantized, Map<String, String> metadata) {
    public Export {
      metadata = Map.copyOf(metadata);
    }
  }

  /**
   * Write a network that maps float32 images [batch, 3, height, width] between 0 and 1 to logits
   * [batch, classes], or its arrays alone.
   *
   * @param file the file to write, replaced as a whole
   * @throws io.github.greenscreen.run.model.RunFolderException if a file cannot be read or written
   * @throws UnsupportedChoiceException if the format has no form of a layer
   */
  void export(Export export, Path file);

  /**
   * Load the network that the run of {@code folder} delivers, on the CPU.
   *
   * @throws io.github.greenscreen.run.model.RunFolderException if a file cannot be read
   */
  Classifier load(ModelFolder folder);
}
