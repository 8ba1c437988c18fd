package io.github.greenscreen.djl.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/** An exported network in ONNX Runtime, which checks the file when it is loaded. */
public final class OnnxModel implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  public OnnxModel(Path file) throws IOException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session = environment.createSession(file.toString(), options);
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  /** Return the logits of {@code count} images between 0 and 1, one row after the other. */
  public float[] logits(float[] images, int count) throws IOException {
    int side = (int) Math.round(Math.sqrt(images.length / (3.0 * count)));
    long[] shape = {count, 3, side, side};
    try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(images), shape);
        OrtSession.Result result = session.run(Map.of("images", input))) {
      FloatBuffer logits = ((OnnxTensor) result.get("logits").orElseThrow()).getFloatBuffer();
      float[] numbers = new float[logits.remaining()];
      logits.get(numbers);
      return numbers;
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  /** Return the metadata of the file. */
  public Map<String, String> metadata() throws IOException {
    try {
      return session.getMetadata().getCustomMetadata();
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IOException(e);
    }
  }
}
