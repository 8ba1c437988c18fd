package io.github.greenscreen.config.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects all errors and warnings of one file, so that the user sees them together. */
public final class ConfigErrors {
  /** A sentence about {@code line}, from 1; line 0 stands for the file as a whole. */
  private record Problem(int line, String sentence) {}

  private final String file;
  private final List<Problem> list = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /** Collect errors of {@code file}, the path as given by the user. */
  public ConfigErrors(String file) {
    this.file = file;
  }

  /** Add an error about the file as a whole. */
  public void add(String sentence) {
    add(0, sentence);
  }

  /** Add an error for the line in which {@code node} begins. */
  public void add(Node node, String sentence) {
    add(line(node), sentence);
  }

  /** Add an error for {@code line}, from 1; duplicates are ignored. */
  public void add(int line, String sentence) {
    Problem problem = new Problem(line, sentence);
    if (!list.contains(problem)) {
      list.add(problem);
    }
  }

  /**
   * Add a warning for the line in which {@code node} begins: the setting is legal, but probably not
   * what was intended, or it has no effect. Duplicates are ignored.
   */
  public void warn(Node node, String sentence) {
    Problem warning = new Problem(line(node), sentence);
    if (!warnings.contains(warning)) {
      warnings.add(warning);
    }
  }

  /** Return whether there are no errors; warnings do not count. */
  public boolean isEmpty() {
    return list.isEmpty();
  }

  /** Return the warnings, each with its place, in the order of their lines. */
  public List<String> warnings() {
    return spelled(warnings);
  }

  /** Return the errors, each with its place, in the order of their lines. */
  public List<String> sentences() {
    return spelled(list);
  }

  /** Return {@code sentence} with the place of {@code node} before it. */
  public String placed(Node node, String sentence) {
    return spell(new Problem(line(node), sentence));
  }

  /** Return the line in which {@code node} begins, from 1. */
  public static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private List<String> spelled(List<Problem> sentences) {
    return sentences.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(this::spell)
        .toList();
  }

  private String spell(Problem problem) {
    String place = problem.line() == 0 ? file : file + ":" + problem.line();
    return place + ": " + problem.sentence();
  }
}
