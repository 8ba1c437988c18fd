package io.github.greenscreen.sweep.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.nvidia.Gpu;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LocalSlotsTest {
  private static final List<Gpu> TWO =
      List.of(new Gpu(0, "V100", "GPU-aa", "550"), new Gpu(1, "V100", "GPU-bb", "550"));

  @Test
  void of_machineWithoutGpu_isOneSlotThatChangesNothing() {
    assertThat(LocalSlots.of(OptionalInt.empty(), Map.of(), List::of, 8))
        .containsExactly(new Slot(1, "", Map.of()));
  }

  @Test
  void of_machineWithoutGpuInParallel_sharesTheCores() {
    assertThat(LocalSlots.of(OptionalInt.of(3), Map.of(), List::of, 8))
        .extracting(Slot::variables)
        .containsOnly(Map.of("OMP_NUM_THREADS", "2"))
        .hasSize(3);
    assertThat(LocalSlots.of(OptionalInt.of(2), Map.of("OMP_NUM_THREADS", "6"), List::of, 8))
        .extracting(Slot::variables)
        .containsOnly(Map.of("OMP_NUM_THREADS", "3"));
    assertThat(LocalSlots.of(OptionalInt.of(9), Map.of(), List::of, 2).get(8).variables())
        .containsEntry("OMP_NUM_THREADS", "1");
  }

  @Test
  void of_twoGpus_givesEachRunItsOwn() {
    assertThat(LocalSlots.of(OptionalInt.empty(), Map.of(), () -> TWO, 8))
        .containsExactly(
            new Slot(1, "GPU-aa", Map.of("CUDA_VISIBLE_DEVICES", "GPU-aa", "OMP_NUM_THREADS", "4")),
            new Slot(
                2, "GPU-bb", Map.of("CUDA_VISIBLE_DEVICES", "GPU-bb", "OMP_NUM_THREADS", "4")));
  }

  @Test
  void of_moreRunsThanGpus_sharesThemEvenly() {
    assertThat(LocalSlots.of(OptionalInt.of(3), Map.of(), () -> TWO, 8))
        .extracting(Slot::device)
        .containsExactly("GPU-aa", "GPU-bb", "GPU-aa");
  }

  @Test
  void of_partsOfAGpu_areNotMadeWhole() {
    Map<String, String> environment = Map.of("CUDA_VISIBLE_DEVICES", "MIG-1, MIG-2");
    assertThat(LocalSlots.of(OptionalInt.empty(), environment, () -> TWO.subList(0, 1), 8))
        .extracting(Slot::device)
        .containsExactly("MIG-1", "MIG-2");
  }

  @Test
  void company_alone_isNone() {
    assertThat(Slot.only().sharingReason(List.of(Slot.only()), true)).isEmpty();
    List<Slot> slots = LocalSlots.of(OptionalInt.empty(), Map.of(), () -> TWO, 8);
    assertThat(slots.get(0).sharingReason(slots, false)).isEmpty();
  }

  @Test
  void company_onOneDevice_saysThatEnergyCannotBeToldApart() {
    List<Slot> three = LocalSlots.of(OptionalInt.of(3), Map.of(), () -> TWO, 8);
    assertThat(three.get(0).sharingReason(three, false))
        .isEqualTo("2 parallel runs share GPU-aa, so their energy cannot be told apart");
    assertThat(three.get(1).sharingReason(three, false)).isEmpty();
    List<Slot> cores = LocalSlots.of(OptionalInt.of(2), Map.of(), List::of, 8);
    String shared = "2 parallel runs share the processors, so their energy cannot be told apart";
    assertThat(cores.get(1).sharingReason(cores, false)).isEqualTo(shared);
    List<Slot> two = LocalSlots.of(OptionalInt.empty(), Map.of(), () -> TWO, 8);
    assertThat(two.get(0).sharingReason(two, true)).isEqualTo(shared);
  }
}
