package io.github.greenscreen;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The packages of the program and their dependencies, as the compiled classes have them. */
final class PackageGraph {
  private static final String ROOT = "io.github.greenscreen";
  private static final String MAIN = "main";

  private final SortedMap<String, SortedSet<String>> edges = new TreeMap<>();

  private PackageGraph(JavaClasses classes, UnaryOperator<String> node) {
    for (JavaClass type : classes) {
      String from = node.apply(below(type));
      edges.computeIfAbsent(from, key -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        String to = node.apply(below(target));
        if (target.getPackageName().startsWith(ROOT) && !to.equals(from)) {
          edges.get(from).add(to);
        }
      }
    }
  }

  /** Return the graph of all packages. */
  static PackageGraph ofPackages(JavaClasses classes) {
    return new PackageGraph(classes, name -> name);
  }

  /** Return the graph of the packages directly below the root. */
  static PackageGraph ofRootPackages(JavaClasses classes) {
    return new PackageGraph(classes, name -> name.split("\\.", 2)[0]);
  }

  /** Return one line per package: its name, and the packages that it depends on. */
  String table() {
    return edges.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + String.join(" ", entry.getValue()))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /**
   * Return a Mermaid diagram with one box per level, the highest first. Edges that follow from
   * others are left out.
   */
  String diagram(Map<String, Integer> levels) {
    StringBuilder text = new StringBuilder("flowchart TD\n");
    int highest = levels.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int level = highest; level >= 0; level--) {
      int current = level;
      text.append("  subgraph level").append(level).append(" [\"level ").append(level);
      text.append("\"]\n    ");
      text.append(
          edges.keySet().stream()
              .filter(name -> levels.get(name.equals(MAIN) ? "" : name) == current)
              .collect(Collectors.joining("; ")));
      text.append("\n  end\n");
    }
    edges.forEach(
        (from, targets) ->
            targets.stream()
                .filter(to -> !isImplied(from, to))
                .forEach(to -> text.append("  %s --> %s%n".formatted(from, to))));
    return text.toString();
  }

  private boolean isImplied(String from, String to) {
    return edges.get(from).stream()
        .anyMatch(other -> !other.equals(to) && reaches(other, to, new TreeSet<>()));
  }

  private boolean reaches(String from, String to, Set<String> visited) {
    return from.equals(to)
        || (visited.add(from)
            && edges.get(from).stream().anyMatch(next -> reaches(next, to, visited)));
  }

  private static String below(JavaClass type) {
    String name = type.getPackageName();
    return name.length() <= ROOT.length() ? MAIN : name.substring(ROOT.length() + 1);
  }
}
