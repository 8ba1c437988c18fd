package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

  @Test
  void inOrder_anyIndices_keepsThemInOrder() {
    assertThat(Batches.inOrder(new int[] {9, 3, 7, 1, 4}, 2))
        .containsExactly(new int[] {9, 3}, new int[] {7, 1}, new int[] {4});
    assertThat(Batches.inOrder(new int[0], 2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10, 5, 2, 10", // even
    "12, 5, 3, 12", // a rest of two
    "11, 5, 2, 10", // a rest of one is left out
    "3, 5, 1, 3", // fewer than a batch
    "1, 5, 1, 1", // one image is better than none
    "5, 1, 5, 5", // batches of one keep every image
    "1, 1, 1, 1",
  })
  void shuffled_imagesAndSize_givesAsManyBatchesAsCounted(
      int images, int size, int batches, int used) {
    int[] indices = IntStream.range(100, 100 + images).toArray();
    List<int[]> plan = Batches.shuffled(indices, size, new SplittableRandom(1));

    assertThat(plan).hasSize(batches);
    assertThat(Batches.count(images, size)).isEqualTo(batches);
    int[] seen = plan.stream().flatMapToInt(Arrays::stream).toArray();
    assertThat(seen).hasSize(used).doesNotHaveDuplicates();
    assertThat(Arrays.stream(seen).allMatch(i -> i >= 100 && i < 100 + images)).isTrue();
  }

  @Test
  void shuffled_orderOfImages_followsTheRandom() {
    int[] indices = IntStream.range(0, 100).toArray();
    int[] first = Batches.shuffled(indices, 100, new SplittableRandom(1)).get(0);
    int[] again = Batches.shuffled(indices, 100, new SplittableRandom(1)).get(0);
    int[] other = Batches.shuffled(indices, 100, new SplittableRandom(2)).get(0);
    assertThat(first).isEqualTo(again).isNotEqualTo(other).isNotEqualTo(indices);
    assertThat(indices).isSorted();
  }
}
