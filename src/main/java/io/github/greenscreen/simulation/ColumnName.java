package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses from the name of a column what it holds, by the words that greenscreen, trackers of
 * experiments, and libraries for searches use.
 */
final class ColumnName {
  /** What trackers write before the names of parameters, such as {@code config/}. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?i)((config|params?|parameters?|hparams?|hp|hyperparameters?|misc\\.vals)[./:]"
              + "|params?(\\.\\w+:|_(?!count|total|[mkb]$|millions?)))\\S+");

  private static final Pattern PREFIX = Pattern.compile("^.*?([./:_]|\\.\\w+:)");

  /** Blanks and marks, and before an upper-case letter with which a word begins. */
  private static final Pattern BOUNDARY =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll}{2})");

  private static final Set<String> RESULTS =
      words(
          "acc accuracy auc auprc auroc bleu cer coverage dice dur duration efficiency "
              + "elapsed emissions epoch energy err error f1 fid fitness flops fps ious iou kappa "
              + "latency logloss loss macs mae mape mcc memory metric miou mrr mse ndcg nll "
              + "objective perplexity power ppl psnr r2 recall regret return reward rmse rouge "
              + "runtime score seconds ssim throughput time top1 top5 util utilization value "
              + "values walltime wer co2 co2e cost iteration");
  private static final Set<String> ENERGY = words("wh kwh mwh j kj mj joule joules watts co2 co2e");
  private static final Set<String> RATES = words("s sec second j joule wh kwh watt w");

  /** Units and aggregates, which follow the name of a result. */
  private static final Set<String> SUFFIXES =
      words(
          "s sec secs ms us ns h hours w g kg mib gib mb gb percent pct total mean avg "
              + "average std median max min peak net gross final last best sum");

  private static final Set<String> SPLITS = words("val valid validation test train eval dev");
  private static final Set<String> RESULT_GROUPS = words("metric metrics summary best perf");

  private static final Set<String> DESCRIPTIONS =
      words(
          "idx job no nr row experiment duration elapsed runtime walltime run runs runid runname"
              + " runuuid runnumber name displayname id uuid trial trialid trialname trialnumber"
              + " trialindex number index level0 experimentid experimentname experimenttag created"
              + " createdat started startedat starttime ended endtime finished date host nodeip pid"
              + " user username notes note tags sweep sweepname jobtype logdir armname"
              + " checkpointdirname generationmethod globalstep artifacturi lifecyclestage githash"
              + " gitcommit commit sourcetype sourcename sourceversion rownames");
  private static final Set<String> DESCRIPTION_GROUPS =
      words("datetime tags mlflow sys system user");
  private static final Set<String> DESCRIPTION_ENDS =
      words("id uuid timestamp datetime date hostname logdir uri url");

  private static final Set<String> STATES =
      words("state status done success succeeded completed trialstate runstate trialstatus");

  private static final Set<String> SEEDS = words("randomstate seed rngseed");

  private final String name;
  private final List<String> tokens;
  private final String letters;

  ColumnName(String name) {
    this.name = name;
    this.tokens =
        Arrays.stream(BOUNDARY.split(name, -1))
            .map(token -> token.toLowerCase(Locale.ROOT))
            .filter(token -> !token.isEmpty())
            .toList();
    this.letters = String.join("", tokens);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" ", -1));
  }

  /**
   * Return those of {@code columns} that have a prefix of parameters; if none has, those that are
   * not named like a result or a description of a run.
   */
  static List<String> likelyParameters(List<String> columns) {
    List<String> marked =
        columns.stream()
            .filter(column -> new ColumnName(column).parameterPrefix().isPresent())
            .toList();
    return marked.isEmpty()
        ? columns.stream()
            .filter(column -> !new ColumnName(column).isResult())
            .filter(column -> !new ColumnName(column).isDescription())
            .toList()
        : marked;
  }

  /** Return what marks the name as that of a parameter, such as {@code config/}, if anything. */
  Optional<String> parameterPrefix() {
    Matcher prefix = PREFIX.matcher(name);
    return PARAMETER.matcher(name).matches() && prefix.find()
        ? Optional.of(prefix.group())
        : Optional.empty();
  }

  /** Tell whether the column says how a run ended. */
  boolean isState() {
    return STATES.contains(letters) || (last().equals("status") && tokens.size() > 1);
  }

  /** Tell whether the column holds seeds of random numbers. */
  boolean isSeed() {
    return SEEDS.contains(letters) || last().equals("seed");
  }

  /** Tell whether the column describes a run: its number, name, time, or state. */
  boolean isDescription() {
    return isState()
        || name.startsWith("_")
        || DESCRIPTIONS.contains(letters)
        || DESCRIPTION_ENDS.contains(last())
        || (tokens.size() > 1 && DESCRIPTION_GROUPS.contains(tokens.get(0)));
  }

  /** Tell whether the column is named like a measured result. */
  boolean isResult() {
    return Metric.find(name).isPresent()
        || ENERGY.contains(last())
        || ENERGY.contains(last(quantity()))
        || (tokens.size() > 1 && RESULT_GROUPS.contains(tokens.get(0)))
        || isRate()
        || RESULTS.contains(last(quantity()))
        || (last(quantity()).equals("precision") && SPLITS.contains(tokens.get(0)));
  }

  /** Tell whether the name is a quantity per second or per joule. */
  private boolean isRate() {
    int per = tokens.indexOf("per");
    return per > 0 && per < tokens.size() - 1 && RATES.contains(tokens.get(per + 1));
  }

  /** Return the words before "per", "to", or "since", without units and aggregates at their end. */
  private List<String> quantity() {
    List<String> words = new ArrayList<>(tokens);
    for (String link : List.of("per", "to", "since")) {
      int place = words.indexOf(link);
      if (place > 0) {
        words.subList(place, words.size()).clear();
      }
    }
    while (words.size() > 1 && isSuffix(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    return words;
  }

  private static boolean isSuffix(String word) {
    return SUFFIXES.contains(word) || word.chars().allMatch(Character::isDigit);
  }

  private String last() {
    return last(tokens);
  }

  private static String last(List<String> words) {
    return words.isEmpty() ? "" : words.get(words.size() - 1);
  }
}
