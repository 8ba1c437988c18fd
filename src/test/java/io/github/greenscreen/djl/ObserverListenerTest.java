package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.training.engine.EngineInfo;
import io.github.greenscreen.training.engine.EpochResult;
import io.github.greenscreen.training.engine.TrainingObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObserverListenerTest {

  /** Notes what it hears. */
  private static final class Heard implements TrainingObserver {
    final List<Object> events = new ArrayList<>();

    @Override
    public void trainingBegins(EngineInfo preparation) {
      events.add(preparation);
    }

    @Override
    public void batchEnded(int epoch, int batch, int batches) {
      events.add(List.of(epoch, batch, batches));
    }

    @Override
    public void epochEnded(EpochResult result) {
      events.add(result);
    }
  }

  @Test
  void events_ofDjl_areCountedFromZeroInEveryEpoch() {
    Heard heard = new Heard();
    ObserverListener listener = new ObserverListener(heard, 2, 0);
    EpochResult result = new EpochResult(0, 1, 0.1, 2, 0.2, 0.01, 5, 9, 3, 1, 0, 60);

    listener.onTrainingBatch(null, null);
    listener.onTrainingBatch(null, null);
    listener.achieved(result);
    listener.onEpoch(null);
    listener.onTrainingBatch(null, null);

    assertThat(heard.events)
        .containsExactly(List.of(0, 0, 2), List.of(0, 1, 2), result, List.of(1, 0, 2));
  }
}
