package io.github.greenscreen.report;

import io.github.greenscreen.analysis.Cost;

/** How the numbers came about, so that the report stands alone. */
final class MethodSection {
  /** About as high as the section is. */
  private static final float HEIGHT = 260;

  private final Story story;

  MethodSection(Story story) {
    this.story = story;
  }

  void write(Sheet sheet) {
    sheet.together(HEIGHT);
    sheet.section("How it was measured");
    if (story.cost() == Cost.ENERGY) {
      energy(sheet);
    } else {
      sheet.subsection("Time");
      sheet.paragraph(
          "No power meter answered. Time is the wall time of all epochs of a run, training and validation; efficiency is the validation accuracy of the last epoch in percent ÷ seconds.");
    }
    sheet.subsection("Accuracy and splits");
    sheet.paragraph(
        "The accuracy of a run is the validation accuracy of its last epoch. Training, validation and test images are drawn once from the seed, stratified by class, before any augmentation, and never mix. The test images are looked at once, after training.");
    sheet.subsection("Statistics");
    sheet.paragraph(
        "Ordinary least squares with an intercept; every value is compared with the baseline’s (treatment coding). Each parameter has a type II F-test; adjusted p values follow Benjamini and Hochberg across the parameters of one regression. Intervals are 95 % confidence intervals of t.");
  }

  private void energy(Sheet sheet) {
    sheet.subsection("Power and energy");
    String meter =
        story.facts().knows("meter")
            ? "Power was read by " + story.facts().meter() + ". "
            : "The runs do not say which meter read the power. ";
    sheet.paragraph(
        meter
            + "The energy of an epoch is the time integral of power (trapezoids between samples); in logs with one reading per epoch it is that reading × the seconds since the row before ÷ 3600. "
            + "Energy is what the meter saw, idle power included; a missing reading is never counted as zero.");
    sheet.paragraph(
        "Mean power = energy of all epochs ÷ their time. Efficiency = validation accuracy of the last epoch in percent ÷ energy in Wh.");
    sheet.paragraph(
        "CO2e (greenhouse gas as grams of CO2 of the same effect) = energy × PUE (energy of the building ÷ energy of its computers) × what a kilowatt-hour of the grid stands for: "
            + story.analysis().carbon().factor()
            + ". Where the computer stands was stated, or the world is taken; nothing looks it up.");
  }
}
