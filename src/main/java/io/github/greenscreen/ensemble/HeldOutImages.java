package io.github.greenscreen.ensemble;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The images on which an ensemble can be judged honestly, because no member was trained on any of
 * them: the images that are in the validation split of every member, and those that are in the test
 * split of every member. Members of the same split share all of them; of members whose splits were
 * drawn with other seeds, few remain.
 */
final class HeldOutImages {
  private final int[] validation;
  private final int[] test;

  private HeldOutImages(int[] validation, int[] test) {
    this.validation = validation;
    this.test = test;
  }

  /**
   * Find the images that {@code members} have in common.
   *
   * @param images the whole data set, in any size
   * @throws DataException if there are none, or if these are not the images of the members' runs
   */
  static HeldOutImages of(List<Member> members, ImageSet images) {
    List<Split> splits = members.stream().map(member -> checked(member, images)).toList();
    return new HeldOutImages(
        common(EvaluatedSplit.VALIDATION, members, splits.stream().map(Split::validation).toList()),
        common(EvaluatedSplit.TEST, members, splits.stream().map(Split::test).toList()));
  }

  private static Split checked(Member member, ImageSet images) {
    Split split = member.split(images);
    RecordedSplitCheck.of(member, EvaluatedSplit.VALIDATION, images, split.validation());
    RecordedSplitCheck.of(member, EvaluatedSplit.TEST, images, split.test());
    if (split.test().length == 0) {
      throw new DataException(
          "%s has no test images, so nothing can be reported of them; add a folder test"
              .formatted(images.name()));
    }
    return split;
  }

  private static int[] common(EvaluatedSplit name, List<Member> members, List<int[]> splits) {
    BitSet common = bits(splits.get(0));
    splits.forEach(split -> common.and(bits(split)));
    if (common.isEmpty()) {
      throw new DataException(
          "no image is in the %s split of every run, so none can be used without bias (%s); %s"
              .formatted(
                  name.configName(),
                  members.stream().map(Member::splitSettings).collect(Collectors.joining("; ")),
                  "combine fewer runs, or runs of one seed and partitioning"));
    }
    return common.stream().toArray();
  }

  private static BitSet bits(int[] indices) {
    BitSet bits = new BitSet();
    for (int index : indices) {
      bits.set(index);
    }
    return bits;
  }

  /** Return the indices of the validation images, in ascending order. */
  int[] validation() {
    return validation;
  }

  /** Return the indices of the test images, in ascending order. */
  int[] test() {
    return test;
  }
}
