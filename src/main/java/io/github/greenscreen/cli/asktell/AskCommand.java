package io.github.greenscreen.cli.asktell;

import io.github.greenscreen.cli.converter.ChoiceConverter;
import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.support.ExitCode;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.summary.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenscreen ask}: suggests configurations for another program to try. */
@Command(
    name = "ask",
    description = {
      "Suggest the next configurations for another program to try.",
      "Each suggestion is a JSON object on its own line, {\"trial\":1,\"configuration\":{...}};",
      "report its result with 'greenscreen tell'.",
      "The first call starts a study and keeps its config.yaml and options for all later calls."
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
        new AskTellSession(new RunStore(runs())).ask(count, method, space);
    answer.trials().forEach(trial -> out().println(line(trial)));
    if (!answer.end().isEmpty()) {
      err().println(answer.end());
    }
    return ExitCode.DONE;
  }

  private static String line(Trial trial) {
    Map<String, Object> configuration = new LinkedHashMap<>();
    trial.configuration().values().forEach((name, text) -> configuration.put(name, value(text)));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("trial", trial.number());
    all.put("configuration", configuration);
    return Json.of(all);
  }

  private static Object value(String text) {
    return DecimalText.isNumber(text) ? new BigDecimal(text) : text;
  }

  /** Converts the name of a sampler. */
  static final class SamplerName extends ChoiceConverter {
    SamplerName() {
      super(SamplerType.configNames().toArray(String[]::new));
    }
  }
}
