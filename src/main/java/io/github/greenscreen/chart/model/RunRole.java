package io.github.greenscreen.chart.model;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * The role of a highlighted run. Each role has the same colour, of the palette of Okabe and Ito
 * (2008), and the same marker in every chart, so that runs can be told apart by colour-blind
 * readers and in greyscale.
 */
public enum RunRole {
  /** The baseline run, which has the first value of every parameter. */
  BASELINE(0x3C3C3C),
  /** The run with the highest efficiency. */
  EFFICIENT(0x0072B2),
  /** The final run of the recommended configuration. */
  FINAL(0xE69F00);

  private static final float WIDTH = 1.3f;

  private final int rgb;

  RunRole(int rgb) {
    this.rgb = rgb;
  }

  /** Return the colour of lines and markers. */
  public Color color() {
    return new Color(rgb);
  }

  /** Return the marker, centred at the origin, in points. */
  public Shape marker() {
    return switch (this) {
      case BASELINE -> new Rectangle2D.Double(-2.3, -2.3, 4.6, 4.6);
      case EFFICIENT -> new Ellipse2D.Double(-2.6, -2.6, 5.2, 5.2);
      case FINAL -> triangle();
    };
  }

  /** Return the stroke of validation lines. */
  public static Stroke solid() {
    return new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /** Return the stroke of training lines. */
  public static Stroke dashed() {
    float[] dashes = {3.5f, 2.5f};
    return new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  private static Shape triangle() {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -3.2);
    path.lineTo(3, 2.4);
    path.lineTo(-3, 2.4);
    path.closePath();
    return path;
  }
}
