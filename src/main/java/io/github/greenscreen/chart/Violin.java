package io.github.greenscreen.chart;

import io.github.greenscreen.chart.model.DistributionGroup;
import io.github.greenscreen.chart.style.ChartTheme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYPolygonAnnotation;

/**
 * One row of a distribution chart: an outline whose height is the density, every run as a point
 * inside it (a sina plot, Sidiropoulos et al. 2018), a box between the quartiles and a bar at the
 * median. Up to four values, or equal ones, have no outline.
 */
final class Violin {
  private static final double HALF = 0.42;
  private static final double BOX = 0.15;
  private static final double BAR = 0.3;
  private static final double NARROW = 0.5;
  private static final Color FILL = new Color(0xD3E5F0);
  private static final Color EDGE = new Color(0x8FB9D3);

  /**
   * Maximum number of points that remain distinguishable; of more, an evenly spaced subset is
   * drawn.
   */
  static final int MAX_POINTS = 1000;

  private final DistributionGroup group;
  private final double[] sorted;
  private final int row;
  private final Optional<KernelDensityEstimate> density;

  Violin(DistributionGroup group, int row) {
    this.group = group;
    this.sorted = group.sorted();
    this.row = row;
    this.density = KernelDensityEstimate.of(sorted);
  }

  /** Return the outline, to be drawn behind the points. */
  List<XYAnnotation> background() {
    return density.map(this::outline).map(List::of).orElse(List.of());
  }

  /** Return box and bar, to be drawn in front of the points. */
  List<XYAnnotation> foreground() {
    List<XYAnnotation> lines = new ArrayList<>();
    if (sorted.length == 0) {
      return lines;
    }
    if (density.isPresent()) {
      double[] box = {
        group.lowerQuartile(),
        row - BOX,
        group.upperQuartile(),
        row - BOX,
        group.upperQuartile(),
        row + BOX,
        group.lowerQuartile(),
        row + BOX
      };
      lines.add(new XYPolygonAnnotation(box, new BasicStroke(0.7f), ChartTheme.INK, null));
    }
    lines.add(
        new XYLineAnnotation(
            group.median(),
            row - BAR,
            group.median(),
            row + BAR,
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER),
            ChartTheme.INK));
    return lines;
  }

  /** Return the points as pairs of value and height. Heights are jittered deterministically. */
  double[][] points() {
    int shown = Math.min(MAX_POINTS, sorted.length);
    double[][] points = new double[shown][];
    for (int i = 0; i < shown; i++) {
      int which = shown == 1 ? 0 : (int) ((long) i * (sorted.length - 1) / (shown - 1));
      double value = sorted[which];
      double height = density.map(known -> known.at(value)).orElse(sorted.length == 1 ? 0 : NARROW);
      points[i] = new double[] {value, row + (2 * fraction(i + 1) - 1) * HALF * 0.9 * height};
    }
    return points;
  }

  /**
   * Return element {@code index} of the van der Corput sequence, ½, ¼, ¾, ⅛, …, whose neighbours
   * lie far apart.
   */
  private static double fraction(int index) {
    double fraction = 0;
    double digit = 0.5;
    for (int rest = index; rest > 0; rest /= 2) {
      fraction += digit * (rest % 2);
      digit /= 2;
    }
    return fraction;
  }

  private XYAnnotation outline(KernelDensityEstimate known) {
    double[] places = known.places();
    double[] polygon = new double[4 * places.length];
    for (int i = 0; i < places.length; i++) {
      double half = HALF * known.at(places[i]);
      int back = polygon.length - 2 - 2 * i;
      polygon[2 * i] = places[i];
      polygon[2 * i + 1] = row - half;
      polygon[back] = places[i];
      polygon[back + 1] = row + half;
    }
    return new XYPolygonAnnotation(polygon, new BasicStroke(0.6f), EDGE, FILL);
  }
}
