package io.github.greenscreen.run.evaluation;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.run.model.RunEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The zeros of the delivered network and the bytes of its arrays when they are stored, as {@code
 * status.yaml} records them. Numbers that were not measured are NaN.
 *
 * @param sparsity share of the numbers in matrices and kernels that are 0
 * @param bytes bytes in float32
 * @param gzipBytes bytes in float32, compressed
 * @param int8Bytes bytes with matrices and kernels in int8
 * @param int8GzipBytes bytes with matrices and kernels in int8, compressed
 */
public record StoredNetwork(
    double sparsity, double bytes, double gzipBytes, double int8Bytes, double int8GzipBytes) {
  private static final String SPARSITY = "weight_sparsity";
  private static final String BYTES = "float32_bytes";
  private static final String GZIP_BYTES = "float32_gzip_bytes";
  private static final String INT8_BYTES = "int8_bytes";
  private static final String INT8_GZIP_BYTES = "int8_gzip_bytes";

  /** Return what the entries of {@code environment} say. */
  public static StoredNetwork of(RunEnvironment environment) {
    return new StoredNetwork(
        environment.number(SPARSITY),
        environment.number(BYTES),
        environment.number(GZIP_BYTES),
        environment.number(INT8_BYTES),
        environment.number(INT8_GZIP_BYTES));
  }

  /** Return the entries of {@code status.yaml}; all numbers must be known. */
  public Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(SPARSITY, CsvNumberFormat.sixDecimals(sparsity));
    entries.put(BYTES, Long.toString((long) bytes));
    entries.put(GZIP_BYTES, Long.toString((long) gzipBytes));
    entries.put(INT8_BYTES, Long.toString((long) int8Bytes));
    entries.put(INT8_GZIP_BYTES, Long.toString((long) int8GzipBytes));
    return entries;
  }
}
