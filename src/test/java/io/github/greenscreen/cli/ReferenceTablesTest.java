package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.training.hyperparameter.HyperparameterDeclaration;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The reference tables of the documentation equal the declarations in the code. Run with {@code
 * -Dgolden.rewrite=true} to generate them again.
 */
final class ReferenceTablesTest {
  private static final String END = "<!-- end -->";

  @Test
  void config_tableOfHyperparameters_equalsTheirDeclarations() throws IOException {
    check(Path.of("docs/config.md"), "<!-- hyperparameters -->\n", hyperparameters());
  }

  @Test
  void options_page_equalsTheCommands() throws IOException {
    check(Path.of("docs/options.md"), "<!-- options -->\n", options());
  }

  private static String hyperparameters() {
    return HyperparameterRegistry.all().stream()
        .map(ReferenceTablesTest::row)
        .collect(
            Collectors.joining(
                "",
                "\n| parameter | what it decides | values | default |\n|---|---|---|---|\n",
                "\n"));
  }

  private static String row(HyperparameterDeclaration declaration) {
    String values =
        declaration.choices().isEmpty()
            ? declaration.expected()
            : declaration.choices().stream().collect(Collectors.joining("`, `", "`", "`"));
    return "| `%s` | %s | %s | `%s` |\n"
        .formatted(declaration.name(), declaration.meaning(), values, declaration.defaultValue());
  }

  private static String options() {
    CommandSpec root =
        CommandLineApp.commandLine(CliFixture.context(new FakeTrainer())).getCommandSpec();
    StringBuilder page = new StringBuilder();
    for (var command : root.subcommands().entrySet()) {
      addCommand(page, command.getKey(), command.getValue().getCommandSpec());
    }
    return page.append('\n').toString();
  }

  private static void addCommand(StringBuilder page, String name, CommandSpec spec) {
    page.append("\n## ").append(name).append("\n\n| option | meaning |\n|---|---|\n");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      addRow(page, parameter.paramLabel(), parameter.description());
    }
    for (OptionSpec option : spec.options()) {
      if (!option.hidden() && !option.usageHelp()) {
        addRow(page, syntax(option), option.description());
      }
    }
    for (Map.Entry<String, CommandLine> nested : spec.subcommands().entrySet()) {
      addCommand(page, name + " " + nested.getKey(), nested.getValue().getCommandSpec());
    }
  }

  private static String syntax(OptionSpec option) {
    String names = String.join(", ", option.names());
    if (option.arity().max() == 0) {
      return names;
    }
    return option.arity().min() == 0
        ? names + "[=" + option.paramLabel() + "]"
        : names + "=" + option.paramLabel();
  }

  private static void addRow(StringBuilder page, String syntax, String[] description) {
    String row = "`%s` | %s".formatted(cell(syntax), cell(String.join(" ", List.of(description))));
    page.append("| ").append(row).append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static void check(Path page, String start, String table) throws IOException {
    String text = Files.readString(page);
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf(END, from);
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(page, text.substring(0, from) + table + text.substring(to));
    } else {
      assertThat(text.substring(from, to)).as(page.toString()).isEqualTo(table);
    }
  }
}
