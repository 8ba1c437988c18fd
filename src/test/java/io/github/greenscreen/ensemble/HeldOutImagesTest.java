package io.github.greenscreen.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.Split;
import io.github.greenscreen.run.evaluation.ConfusionTable;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HeldOutImagesTest {
  @Test
  void of_membersOfOneSplit_areAllOfIt() {
    ImageSet images = Members.images(100);
    Split split = Members.member("001", 1).split(images);

    HeldOutImages heldOut =
        HeldOutImages.of(List.of(Members.member("001", 1), Members.member("002", 1)), images);

    assertThat(heldOut.validation()).containsExactlyInAnyOrder(split.validation()).hasSize(20);
    assertThat(heldOut.test()).containsExactlyInAnyOrder(split.test()).hasSize(20);
  }

  /** Other seeds draw other splits, so that a test image of one run trained the other. */
  @Test
  void of_membersOfOtherSplits_areThoseOfAll() {
    ImageSet images = Members.images(200);
    List<Member> members =
        List.of(Members.member("001", 1), Members.member("002", 2, OptionalInt.of(150)));

    HeldOutImages heldOut = HeldOutImages.of(members, images);

    int[] trained =
        members.stream().flatMapToInt(m -> IntStream.of(m.split(images).training())).toArray();
    for (Member member : members) {
      assertThat(member.split(images).validation()).contains(heldOut.validation());
      assertThat(member.split(images).test()).contains(heldOut.test());
    }
    assertThat(heldOut.validation()).isNotEmpty().doesNotContain(trained).isSorted();
    assertThat(heldOut.test()).isNotEmpty().doesNotContain(trained).isSorted();
    assertThat(heldOut.test().length).isLessThan(20);
  }

  @Test
  void of_membersWithoutACommonImage_isRefusedWithTheirSettings() {
    ImageSet images = Members.images(20);
    List<Member> members =
        List.of(
            Members.member("001", 1),
            Members.member("002", 2, OptionalInt.of(18)),
            Members.member("003", 3));

    assertThatThrownBy(() -> HeldOutImages.of(members, images))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "no image is in the validation split of every run, so none can be used without bias "
                + "(run 001: seed 1, partitioning 60-20-20; run 002: seed 2, partitioning "
                + "60-20-20, limit 18; run 003: seed 3, partitioning 60-20-20); combine fewer "
                + "runs, or runs of one seed and partitioning");
  }

  @Test
  void of_aDataSetWithoutTestImages_isRefused() {
    ImageSet images = Members.images(20, 8, new GivenSplits(4, 0));
    List<Member> members = List.of(Members.member("001", 1), Members.member("002", 2));

    assertThatThrownBy(() -> HeldOutImages.of(members, images))
        .hasMessage(
            "numbers has no test images, so nothing can be reported of them; add a folder test");
  }

  @Test
  void of_aRunThatSawOtherImages_isRefused() {
    ImageSet images = Members.images(100);
    Map<EvaluatedSplit, ConfusionTable> same =
        Map.of(EvaluatedSplit.TEST, ConfusionTable.of(Members.CLASSES, 4, 6, 0, 10));
    Map<EvaluatedSplit, ConfusionTable> others =
        Map.of(EvaluatedSplit.TEST, ConfusionTable.of(Members.CLASSES, 4, 6, 1, 10));

    Member unchanged = Members.member("001", 1, same);
    assertThat(HeldOutImages.of(List.of(unchanged), images).test()).hasSize(20);
    List<Member> members = List.of(unchanged, Members.member("002", 1, others));
    assertThatThrownBy(() -> HeldOutImages.of(members, images))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "run 002 was evaluated on 11 images of class \"odd\" in its test split, but now this "
                + "split has 10: these are not the images of its training; restore them, or pass "
                + "their folder with --data");
  }
}
