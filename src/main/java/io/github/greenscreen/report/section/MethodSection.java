package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.report.context.ExperimentConditions;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.text.MissingEnergyText;
import io.github.greenscreen.training.engine.EngineInfo;

/** The methods behind the numbers, which make the report self-contained. */
public final class MethodSection implements ReportSection {
  /** Approximate height of the section. */
  private static final float HEIGHT = 385;

  private final ReportContext context;

  public MethodSection(ReportContext context) {
    this.context = context;
  }

  private boolean readsFolder() {
    return context.analysis().runs().stream()
        .anyMatch(run -> run.configuration().find("dataset").filter("folder"::equals).isPresent());
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    pdf.together(HEIGHT);
    pdf.section("How it was measured");
    pdf.subsection("Setup");
    pdf.block(new TitleBlock(context).facts(pdf.type()));
    if (context.facts().knows(EngineInfo.ENGINE_WORKAROUND)) {
      pdf.paragraph(
          "PyTorch could not train with its fastest settings on this machine. The runs used others:"
              + " "
              + context.facts().of(EngineInfo.ENGINE_WORKAROUND)
              + ".");
    }
    if (context.cost() == Cost.ENERGY) {
      energy(pdf);
    } else {
      pdf.subsection("Time");
      pdf.paragraph(
          new MissingEnergyText(context).missing()
              + new MissingEnergyText(context).advice()
              + " Time is the wall time of all epochs of a run, training and validation; efficiency"
              + " is the validation accuracy of the last epoch in percent ÷ seconds.");
    }
    pdf.subsection("Accuracy and splits");
    pdf.paragraph(
        "The accuracy of a run is the validation accuracy of its last epoch. Training, "
            + "validation and test images are drawn once from the seed, stratified by class, "
            + "before any augmentation, and never mix"
            + (readsFolder() ? ", except for those in folders val and test of the data set" : "")
            + ". The test images are used once, after training.");
    pdf.subsection("Statistics");
    pdf.paragraph(
        "Ordinary least squares with an intercept; every value is compared with the baseline’s"
            + " (treatment coding). Each parameter has a type II F-test; adjusted p values follow"
            + " Benjamini and Hochberg across the parameters of one regression. Intervals are 95 %"
            + " confidence intervals of t. Robust errors are HC3 (MacKinnon and White 1985);"
            + " importance without a linear model is PED-ANOVA (Watanabe and others 2023).");
  }

  private void energy(PdfDocumentWriter pdf) {
    pdf.subsection("Power and energy");
    pdf.paragraph(
        meter()
            + "The energy of an epoch is the time integral of power (trapezoids between "
            + "samples); in logs with one reading per epoch it is that reading × the seconds "
            + "since the previous row ÷ 3600. Energy is gross: everything the meter "
            + "measured, including idle power. Net energy = energy − idle power × time of "
            + "the epochs, with idle power measured before the run. A missing reading is "
            + "never counted as zero."
            + onGpu()
            + new MissingEnergyText(context).partly());
    pdf.paragraph(
        "Mean power = energy of all epochs ÷ their time. Efficiency = validation accuracy of the"
            + " last epoch in percent ÷ energy in Wh.");
    pdf.paragraph(
        "CO2e (greenhouse gases as the equivalent mass of CO2) = energy × PUE (energy of "
            + "the building ÷ energy of its computers) × carbon intensity of the grid: "
            + context.analysis().carbon().factor()
            + ". The location is specified by the user, or the world; it is never looked up.");
  }

  /** Return further sentences about the energy of runs on a GPU. */
  private String onGpu() {
    String text = "";
    String held = context.facts().idleContextPower();
    if (!held.equals(ExperimentConditions.NOT_RECORDED)) {
      text +=
          (" A process that only held the GPU open drew %s W; the part above idle power is "
                  + "included in net energy.")
              .formatted(held);
    }
    if (context.facts().knows("quantized_device") && context.facts().knows("device_uuid")) {
      text +=
          " int8 networks were validated and tested on the processors, whose energy a GPU "
              + "meter does not measure.";
    }
    return text;
  }

  /** Describe the origin of the power; estimates and replays are not described as measurements. */
  private String meter() {
    if (!context.facts().knows("meter")) {
      return "The runs did not record which meter read the power. ";
    }
    String meter = context.facts().meter();
    return switch (context.analysis().basis().source()) {
      case ESTIMATED -> "Power was not measured (%s): it is %s. ".formatted(meter, estimate());
      case REPLAYED ->
          "Power was not read during these runs but replayed from an earlier recording (%s). "
              .formatted(meter);
      case MIXED -> "Power was read by %s; the estimated part is %s. ".formatted(meter, estimate());
      default ->
          "Power was read by %s. ".formatted(meter)
              + (context.mark().isEmpty()
                  ? ""
                  : "Marked values were not measured; an estimate is " + estimate() + ". ");
    };
  }

  private String estimate() {
    String watts = context.facts().of("power_estimate_W");
    return "the utilisation of all processors × the power stated for full load"
        + (watts.equals(ExperimentConditions.NOT_RECORDED) ? "" : " (" + watts + " W)");
  }
}
