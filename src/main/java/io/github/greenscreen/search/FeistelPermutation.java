package io.github.greenscreen.search;

import java.math.BigInteger;
import java.nio.ByteBuffer;

/**
 * A pseudo-random permutation of the numbers from 0 to size − 1 with random access: each element is
 * computed without the others, however large the size.
 *
 * <p>A balanced Feistel network of 12 rounds permutes the numbers of 2w bits, with w the smallest
 * width for which 4^w ≥ size; a number outside the range is permuted again until it falls inside
 * ("cycle walking", Black and Rogaway, 2002; fewer than four passes on average). The round function
 * hashes the right half with SplitMix64 (Steele, Lea and Flood, 2014) under a key drawn from the
 * seed. All arithmetic is on integers, so every machine computes the same result. Immutable.
 */
final class FeistelPermutation {
  private static final int ROUNDS = 12;
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private final BigInteger size;
  private final int width;
  private final BigInteger mask;
  private final long[] keys = new long[ROUNDS];

  /** Permute {@code size} numbers, at least one, with {@code seed}. */
  FeistelPermutation(BigInteger size, long seed) {
    this.size = size;
    this.width = Math.max(1, (size.subtract(BigInteger.ONE).bitLength() + 1) / 2);
    this.mask = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    long state = mix(seed);
    for (int round = 0; round < ROUNDS; round++) {
      state += GAMMA;
      keys[round] = mix(state);
    }
  }

  /** Return the number at position {@code place}, from 0 to size − 1. */
  BigInteger at(BigInteger place) {
    BigInteger number = encrypt(place);
    while (number.compareTo(size) >= 0) {
      number = encrypt(number);
    }
    return number;
  }

  private BigInteger encrypt(BigInteger number) {
    BigInteger left = number.shiftRight(width);
    BigInteger right = number.and(mask);
    for (long key : keys) {
      BigInteger next = left.xor(hash(key, right));
      left = right;
      right = next;
    }
    return left.shiftLeft(width).or(right);
  }

  /** Hash {@code half} to as many bits as it has, 64 at a time. */
  private BigInteger hash(long key, BigInteger half) {
    long state = key;
    for (int bit = 0; bit < width; bit += Long.SIZE) {
      state = mix(state ^ half.shiftRight(bit).longValue()) + GAMMA;
    }
    BigInteger result = BigInteger.ZERO;
    for (int bit = 0; bit < width; bit += Long.SIZE) {
      state += GAMMA;
      byte[] word = ByteBuffer.allocate(Long.BYTES).putLong(mix(state)).array();
      result = result.shiftLeft(Long.SIZE).or(new BigInteger(1, word));
    }
    return result.and(mask);
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
