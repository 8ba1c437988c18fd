package io.github.greenscreen.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Folders that look like builds of PyTorch; their libraries are empty. */
public final class Folders {
  private static final List<String> CPU = List.of("libtorch.so", "libtorch_cpu.so", "libc10.so");
  private static final List<String> CUDA = List.of("libtorch_cuda.so", "libc10_cuda.so");

  private Folders() {}

  /** Make {@code folder} one for the CPU and return it. */
  public static Path cpu(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : CPU) {
      Files.writeString(folder.resolve(name), "");
    }
    return folder;
  }

  /** Make {@code folder} one for GPUs and return it. */
  public static Path cuda(Path folder) throws IOException {
    cpu(folder);
    for (String name : CUDA) {
      Files.writeString(folder.resolve(name), "");
    }
    return folder;
  }

  /** Make {@code torch} a Python package of this version, whose libraries are there already. */
  public static Path pip(Path torch, String version, String cuda) throws IOException {
    Files.writeString(
        torch.resolve("version.py"),
        """
        from typing import Optional

        __all__ = ['__version__', 'debug', 'cuda', 'git_version', 'hip', 'xpu']
        __version__ = '%s'
        debug = False
        cuda: Optional[str] = %s
        git_version = 'e2d141dbde55c2a4370fac5165b0561b6af4798b'
        hip: Optional[str] = None
        xpu: Optional[str] = None
        """
            .formatted(version, cuda));
    return torch;
  }
}
