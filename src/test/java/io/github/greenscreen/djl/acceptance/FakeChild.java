package io.github.greenscreen.djl.acceptance;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A child process of an acceptance run that computes nothing. The property {@code fault} says what
 * goes wrong: {@code engine}, {@code crash} for the second mode, {@code leak}, {@code wait}, or
 * {@code loss}; the property {@code gpu}, whether there is one.
 */
final class FakeChild {
  private static final Answers ANSWERS = new Answers(System.out);

  private FakeChild() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.out.println("what a library prints counts for nothing");
    switch (Task.of(arguments[0])) {
      case DEVICE -> device();
      case REFERENCE -> losses(List.of(arguments), 2.0);
      case COMPARE -> losses(List.of(arguments), fault("loss") ? 2.1 : 2.001);
      case MEMORY -> memory();
      case SPEED -> speed();
    }
  }

  private static boolean fault(String name) {
    return name.equals(System.getProperty("fault"));
  }

  private static void device() {
    if (fault("engine")) {
      System.exit(7);
    }
    String gpu = System.getProperty("gpu", "false");
    Map.of("gpu", gpu).forEach(ANSWERS::say);
  }

  private static void losses(List<String> arguments, double value)
      throws IOException, InterruptedException {
    for (String text : arguments.subList(2, arguments.size())) {
      Mode mode = Mode.parse(text);
      String name = mode.internal().name();
      if (fault("crash") && name.equals("JIT_COMPILATION")) {
        String process = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-FPE", process).start().waitFor();
        Thread.sleep(60_000);
      }
      switch (mode.internal()) {
        case PRE_QUANTIZATION -> ANSWERS.unsupported(mode, "it is not offered");
        case POST_QUANTIZATION -> ANSWERS.failed(mode, "threw it\nall");
        default -> ANSWERS.losses(mode, new LossSequence(List.of(value, value)));
      }
    }
  }

  private static void memory() {
    for (int epoch = 1; epoch <= 12; epoch++) {
      long leaked = fault("leak") ? 90L * 1024 * epoch : 4096;
      ANSWERS.say(Integer.toString(epoch), 500_000 + leaked + " " + (fault("leak") ? epoch : 3));
    }
  }

  private static void speed() {
    ANSWERS.say("batch 32", "111.25");
    ANSWERS.say("step float32", "1362 " + (fault("wait") ? 109.0 : 1.0));
  }
}
