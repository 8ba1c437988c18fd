package io.github.greenscreen.training.engine;

import java.util.Locale;

/** A format of exported networks. */
public enum ExportFormat {
  /** An archive that PyTorch loads with {@code torch.jit.load}. */
  TORCHSCRIPT("pt"),
  /** The arrays alone, under the names of torchvision. */
  SAFETENSORS("safetensors"),
  /** A graph for ONNX Runtime and others. */
  ONNX("onnx");

  private final String extension;

  ExportFormat(String extension) {
    this.extension = extension;
  }

  /** Return its name on the command line. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return the end of names of its files, after the point. */
  public String extension() {
    return extension;
  }
}
