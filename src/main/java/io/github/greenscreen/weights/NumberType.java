package io.github.greenscreen.weights;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The number format of a stored array, with its names in safetensors files and in PyTorch. */
public enum NumberType {
  FLOAT16("F16", "Half", Short.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return half(bytes.getShort(at));
    }
  },
  BFLOAT16("BF16", "BFloat16", Short.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return Float.intBitsToFloat(bytes.getShort(at) << Short.SIZE);
    }
  },
  FLOAT32("F32", "Float", Float.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return bytes.getFloat(at);
    }
  },
  FLOAT64("F64", "Double", Double.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return bytes.getDouble(at);
    }
  },
  INT64("I64", "Long", Long.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return bytes.getLong(at);
    }
  },
  INT32("I32", "Int", Integer.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return bytes.getInt(at);
    }
  },
  INT16("I16", "Short", Short.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return bytes.getShort(at);
    }
  },
  INT8("I8", "Char", Byte.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return bytes.get(at);
    }
  },
  UINT8("U8", "Byte", Byte.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return Byte.toUnsignedInt(bytes.get(at));
    }
  },
  BOOL("BOOL", "Bool", Byte.BYTES) {
    @Override
    double value(ByteBuffer bytes, int at) {
      return bytes.get(at) == 0 ? 0 : 1;
    }
  };

  private static final int HALF_FRACTION = 10;
  private static final int HALF_EXPONENT = 0x1F;
  private static final int HALF_BIAS = 15;

  private final String safetensors;
  private final String torch;
  private final int bytes;

  NumberType(String safetensors, String torch, int bytes) {
    this.safetensors = safetensors;
    this.torch = torch;
    this.bytes = bytes;
  }

  /** Return the type that a safetensors file calls {@code name}; empty if it is not supported. */
  static Optional<NumberType> ofSafetensors(String name) {
    return Arrays.stream(values()).filter(type -> type.safetensors.equals(name)).findFirst();
  }

  /** Return the type of PyTorch's class {@code name}, such as FloatStorage; empty for another. */
  static Optional<NumberType> ofStorage(String name) {
    return Arrays.stream(values()).filter(type -> name.equals(type.torch + "Storage")).findFirst();
  }

  /** Return the size of a number in bytes. */
  int bytes() {
    return bytes;
  }

  /** Return whether it represents fractions. */
  public boolean isFloating() {
    return this == FLOAT16 || this == BFLOAT16 || this == FLOAT32 || this == FLOAT64;
  }

  /** Return the number in {@code bytes} from index {@code at} on, in the order of the buffer. */
  abstract double value(ByteBuffer bytes, int at);

  /** Return the number of a half in the binary16 format of IEEE 754. */
  private static double half(short bits) {
    int exponent = bits >> HALF_FRACTION & HALF_EXPONENT;
    int fraction = bits & (1 << HALF_FRACTION) - 1;
    double magnitude;
    if (exponent == HALF_EXPONENT) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((double) fraction, 1 - HALF_BIAS - HALF_FRACTION);
    } else {
      magnitude =
          Math.scalb(
              (double) (fraction + (1 << HALF_FRACTION)), exponent - HALF_BIAS - HALF_FRACTION);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
