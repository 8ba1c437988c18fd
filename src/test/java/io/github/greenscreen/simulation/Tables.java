package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.simulation.TableQuery.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small table for tests, and ways to ask it. */
final class Tables {
  /** Times fall and power rises from row to row; c and 4 were never measured together. */
  static final String SMALL =
      """
      set,letter,size,time,power,note
      x,a,1,9,10,n
      x,a,2,8,20,n
      x,a,4,7,30,n
      x,b,1,6,40,n
      x,b,2,5,50,n
      x,b,4,4,60,n
      x,c,1,3,70,n
      x,c,2,2,80,n
      y,c,4,1,90,n
      """;

  private Tables() {}

  static Path write(Path folder, String content) {
    try {
      return Files.writeString(folder.resolve("table.csv"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ask for the least time in set x, at {@code most} power. */
  static TableQuery fastest(Path file, double most) {
    return query(file, Map.of("set", "x"), List.of(new Constraint("power", most)), "time");
  }

  static TableQuery query(
      Path file, Map<String, String> where, List<Constraint> limits, String... objectives) {
    return new TableQuery(
        file,
        List.of(objectives).stream()
            .map(each -> new Target(List.of(each.split(",")), Direction.MINIMIZE))
            .toList(),
        limits,
        where,
        List.of(),
        Optional.empty());
  }
}
