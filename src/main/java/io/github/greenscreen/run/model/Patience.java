package io.github.greenscreen.run.model;

import io.github.greenscreen.format.CsvNumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The patience of a run: its training ends after so many epochs without a new best validation loss.
 * A loss is better only if it is strictly lower than every earlier one, both as {@code logs.csv}
 * has them, with six decimals; a loss that is not a number is never better.
 *
 * @param epochs number of epochs without a better loss, at least 1
 */
public record Patience(int epochs) {
  /** The name of the parameter. */
  public static final String PARAMETER = "patience";

  /** Return the patience of a run with {@code plan}; empty if it trains all its epochs. */
  public static Optional<Patience> of(RunPlan plan) {
    return plan.configuration()
        .find(PARAMETER)
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .map(text -> new Patience(Integer.parseInt(text)));
  }

  /** Return whether a training with {@code rows}, in their order, ends after the last of them. */
  public boolean isOver(List<EpochRow> rows) {
    List<EpochRow> trained = trained(rows);
    return trained.size() - 1 - best(trained) >= epochs;
  }

  /**
   * Return why a training of {@code planned} epochs ended after {@code rows}, for instance {@code
   * patience 2 ended the training after 5 of 50 epochs: the lowest validation loss was 1.250000 in
   * epoch 3}.
   */
  public String reason(List<EpochRow> rows, int planned) {
    List<EpochRow> trained = trained(rows);
    int best = best(trained);
    String lowest =
        best < 0
            ? "no validation loss was a number"
            : String.format(
                Locale.ROOT,
                "the lowest validation loss was %.6f in epoch %d",
                logged(trained.get(best)),
                best + 1);
    return "patience %d ended the training after %d of %d epochs: %s"
        .formatted(epochs, trained.size(), planned, lowest);
  }

  /** Return the epoch, from 1, with the lowest validation loss; empty if no loss is a number. */
  public static OptionalInt bestEpoch(List<EpochRow> rows) {
    int best = best(trained(rows));
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best + 1);
  }

  private static List<EpochRow> trained(List<EpochRow> rows) {
    return rows.stream().filter(EpochRow::isTraining).toList();
  }

  /** Return the index of the first row with the lowest loss, -1 if none is a number. */
  private static int best(List<EpochRow> rows) {
    int best = -1;
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < rows.size(); i++) {
      double loss = logged(rows.get(i));
      if (loss < lowest) {
        lowest = loss;
        best = i;
      }
    }
    return best;
  }

  /** Return the validation loss as a resumed run reads it from the log. */
  private static double logged(EpochRow row) {
    return CsvNumberFormat.parse(CsvNumberFormat.sixDecimals(row.valLoss())).orElse(Double.NaN);
  }
}
