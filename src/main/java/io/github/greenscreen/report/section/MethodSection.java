package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.report.context.ExperimentConditions;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.text.MissingEnergyText;
import io.github.greenscreen.training.engine.EngineInfo;

/** The methods behind the numbers, which make the report self-contained. */
public final class MethodSection {
  /** Approximate height of the section. */
  private static final float HEIGHT = 385;

  private final ReportContext story;

  public MethodSection(ReportContext story) {
    this.story = story;
  }

  public void write(PdfDocumentWriter sheet) {
    sheet.together(HEIGHT);
    sheet.section("How it was measured");
    sheet.subsection("Setup");
    sheet.block(new TitleBlock(story).facts(sheet.type()));
    if (story.facts().knows(EngineInfo.ENGINE_WORKAROUND)) {
      sheet.paragraph(
          "PyTorch could not train with its fastest settings on this machine. The runs used others:"
              + " "
              + story.facts().of(EngineInfo.ENGINE_WORKAROUND)
              + ".");
    }
    if (story.cost() == Cost.ENERGY) {
      energy(sheet);
    } else {
      sheet.subsection("Time");
      sheet.paragraph(
          new MissingEnergyText(story).missing()
              + new MissingEnergyText(story).advice()
              + " Time is the wall time of all epochs of a run, training and validation; efficiency"
              + " is the validation accuracy of the last epoch in percent ÷ seconds.");
    }
    sheet.subsection("Accuracy and splits");
    sheet.paragraph(
        "The accuracy of a run is the validation accuracy of its last epoch. Training, "
            + "validation and test images are drawn once from the seed, stratified by class, "
            + "before any augmentation, and never mix. The test images are used once, after "
            + "training.");
    sheet.subsection("Statistics");
    sheet.paragraph(
        "Ordinary least squares with an intercept; every value is compared with the baseline’s"
            + " (treatment coding). Each parameter has a type II F-test; adjusted p values follow"
            + " Benjamini and Hochberg across the parameters of one regression. Intervals are 95 %"
            + " confidence intervals of t. Robust errors are HC3 (MacKinnon and White 1985);"
            + " importance without a linear model is PED-ANOVA (Watanabe and others 2023).");
  }

  private void energy(PdfDocumentWriter sheet) {
    sheet.subsection("Power and energy");
    sheet.paragraph(
        meter()
            + "The energy of an epoch is the time integral of power (trapezoids between "
            + "samples); in logs with one reading per epoch it is that reading × the seconds "
            + "since the previous row ÷ 3600. Energy is gross: everything the meter "
            + "measured, including idle power. Net energy = energy − idle power × time of "
            + "the epochs, with idle power measured before the run. A missing reading is "
            + "never counted as zero."
            + onGpu()
            + new MissingEnergyText(story).partly());
    sheet.paragraph(
        "Mean power = energy of all epochs ÷ their time. Efficiency = validation accuracy of the"
            + " last epoch in percent ÷ energy in Wh.");
    sheet.paragraph(
        "CO2e (greenhouse gases as the equivalent mass of CO2) = energy × PUE (energy of "
            + "the building ÷ energy of its computers) × carbon intensity of the grid: "
            + story.analysis().carbon().factor()
            + ". The location is specified by the user, or the world; it is never looked up.");
  }

  /** Return further sentences about the energy of runs on a GPU. */
  private String onGpu() {
    String text = "";
    if (story.facts().knows("idle_context_power_W")) {
      text +=
          (" A process that only held the GPU open drew %s W; the part above idle power is "
                  + "included in net energy.")
              .formatted(story.facts().of("idle_context_power_W"));
    }
    if (story.facts().knows("quantized_device") && story.facts().knows("device_uuid")) {
      text +=
          " int8 networks were validated and tested on the processors, whose energy a GPU "
              + "meter does not measure.";
    }
    return text;
  }

  /** Describe the origin of the power; estimates and replays are not described as measurements. */
  private String meter() {
    if (!story.facts().knows("meter")) {
      return "The runs did not record which meter read the power. ";
    }
    String meter = story.facts().meter();
    return switch (story.analysis().basis().source()) {
      case ESTIMATED -> "Power was not measured (%s): it is %s. ".formatted(meter, estimate());
      case REPLAYED ->
          "Power was not read during these runs but replayed from an earlier recording (%s). "
              .formatted(meter);
      case MIXED -> "Power was read by %s; the estimated part is %s. ".formatted(meter, estimate());
      default ->
          "Power was read by %s. ".formatted(meter)
              + (story.mark().isEmpty()
                  ? ""
                  : "Marked values were not measured; an estimate is " + estimate() + ". ");
    };
  }

  private String estimate() {
    String watts = story.facts().of("power_estimate_W");
    return "the utilisation of all processors × the power stated for full load"
        + (watts.equals(ExperimentConditions.NOT_RECORDED) ? "" : " (" + watts + " W)");
  }
}
