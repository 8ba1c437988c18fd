package io.github.greenscreen.cli.asktell;

import io.github.greenscreen.cli.converter.ChoiceConverter;
import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.ExitCode;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.space.DistributionType;
import io.github.greenscreen.space.DistributionType.Setting;
import io.github.greenscreen.space.JsonSpelling;
import io.github.greenscreen.space.NumericParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.summary.Json;
import io.github.greenscreen.table.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenscreen ask}: suggests configurations for another program to try. */
@Command(
    name = "ask",
    description = {
      "Suggest the next configurations for another program to try.",
      "Each suggestion is a JSON object on its own line, {\"trial\":1,\"configuration\":{...}};",
      "report its result with 'greenscreen tell'. Parameters and metrics may have any names.",
      "The first call starts a study and keeps its config.yaml and options for all later calls.",
      "The exit code is 4 if there is nothing to suggest: the target or run_cap is reached, or",
      "the search space is exhausted."
    })
public final class AskCommand extends RunsFolderCommand {
  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "1",
      converter = PositiveIntConverter.class,
      description = "Number of suggestions (default: 1).")
  private Integer count;

  @Option(
      names = "--sampler",
      paramLabel = "NAME",
      order = 9,
      converter = SamplerName.class,
      description = "Sampler to use (default: method of config.yaml).")
  private String sampler;

  @Mixin private SpaceOptions space;

  @Override
  public int execute() throws InterruptedException {
    Optional<SamplerType> method = Optional.ofNullable(sampler).flatMap(SamplerType::find);
    AskTellSession.Answer answer =
        new AskTellSession(new RunStore(runs())).ask(count, method, space, this::print);
    if (!answer.handedOut()) {
      ExceptionHandler.say(
          err(), "standard output cannot be written; no trial was handed out, ask again");
      return ExitCode.FAILURE;
    }
    answer.notes().forEach(err()::println);
    return answer.trials().isEmpty() ? ExitCode.NOTHING_TO_SUGGEST : ExitCode.DONE;
  }

  /** Print all suggestions at once, and return whether they were written. */
  private boolean print(List<Trial> trials, SearchSpace parameters) {
    out()
        .print(
            trials.stream()
                .map(trial -> line(trial, parameters) + System.lineSeparator())
                .collect(Collectors.joining()));
    return !out().checkError();
  }

  private static String line(Trial trial, SearchSpace parameters) {
    JsonObject configuration =
        JsonObject.of(
            trial.configuration().values().entrySet(),
            Map.Entry::getKey,
            entry -> value(parameters, entry.getKey(), entry.getValue()));
    return Json.of(
        new JsonObject().with("trial", trial.number()).with("configuration", configuration));
  }

  private static Json.Literal value(SearchSpace parameters, String name, String text) {
    return new Json.Literal(
        parameters
            .find(name)
            .filter(NumericParameter.class::isInstance)
            .map(NumericParameter.class::cast)
            .map(range -> JsonSpelling.number(new BigDecimal(text), isWhole(range)))
            .orElseGet(() -> JsonSpelling.json(text)));
  }

  /** Tell whether all numbers are integers: 1.0 of any other range is no integer to a program. */
  private static boolean isWhole(NumericParameter range) {
    BigDecimal step = range.settings().get(Setting.Q);
    return range.distribution() == DistributionType.INT_UNIFORM
        || (step != null && step.scale() <= 0);
  }

  /** Converts the name of a sampler. */
  static final class SamplerName extends ChoiceConverter {
    SamplerName() {
      super(SamplerType.configNames().toArray(String[]::new));
    }
  }
}
