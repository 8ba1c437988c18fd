package io.github.greenscreen.djl;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what would make the host wait for a GPU in generated TorchScript: numbers read back, shapes
 * that depend on data, and copies between host and device. A function of PyTorch counts as waiting
 * unless it is known not to; who adds one reads its CUDA kernel first.
 */
final class DeviceWaits {
  /** Functions whose CUDA implementation neither reads back nor copies from the host. */
  private static final Set<String> HARMLESS =
      Set.of(
          """
          abs add add_ ceil clamp clamp_max clamp_min div eq exp ge gt le lerp lerp_ logical_and logical_not logical_or lt mul mul_ neg
          reciprocal relu_ round sqrt rsub sub sub_ where
          amax aminmax argmax log_softmax mean mm norm sigmoid silu gelu sum
          affine_grid_generator batch_norm conv2d dropout grid_sampler inner layer_norm linear max_pool2d
          scaled_dot_product_attention upsample_bilinear2d
          fake_quantize_per_channel_affine fake_quantize_per_tensor_affine
          cat clone constant_pad_nd contiguous detach expand flatten new_ones permute reshape select slice squeeze stack
          t to type_as unsqueeze view
          arange copy_ movedim one_hot ones_like zero_ zeros_like
          argsort cumsum gather index_select kthvalue scatter scatter_add_
          __or__ dtype device len numel size
          _amp_foreach_non_finite_check_and_unscale_ _amp_update_scale_
          _foreach_add _foreach_add_ _foreach_addcdiv_ _foreach_addcmul_ _foreach_copy_ _foreach_mul
          _foreach_mul_ _foreach_norm _foreach_sqrt _foreach_zero_ _fused_adam_ _fused_adamw_ _fused_sgd_ grad
          """
              .strip()
              .split("\\s+"));

  private static final Pattern FUNCTION = Pattern.compile("(?:torch|ops\\.prim)\\.(\\w+)\\(");

  /** A tensor as a number of the host; learning rate and share come from there. */
  private static final Pattern NUMBER =
      Pattern.compile("\\b(?:bool|float|int)\\((?!(?:rate|share)\\))");

  /** Another device than that of an array at hand. */
  private static final Pattern DEVICE = Pattern.compile("torch\\.device\\(|device=(?!ops\\.prim)");

  /** A zero point whose range PyTorch looks at. */
  private static final Pattern INTEGER_ZERO = Pattern.compile("zeros_like\\([^)]*dtype=[0-4]\\b");

  private DeviceWaits() {}

  /** Return the lines of {@code script} that may wait, each with the reason. */
  static List<String> in(String script) {
    List<String> findings = new ArrayList<>();
    for (String line : script.lines().toList()) {
      Set<String> reasons = new TreeSet<>();
      Matcher function = FUNCTION.matcher(line);
      while (function.find()) {
        String name = function.group(1);
        if (!HARMLESS.contains(name)) {
          reasons.add("calls " + name);
        }
        if (name.equals("where") && arguments(line, function.end()) < 3) {
          reasons.add("asks where");
        }
      }
      if (NUMBER.matcher(line).find()) {
        reasons.add("reads a number");
      }
      if (DEVICE.matcher(line).find()) {
        reasons.add("names a device");
      }
      if (INTEGER_ZERO.matcher(line).find()) {
        reasons.add("makes integers that a quantiser may look at");
      }
      reasons.forEach(reason -> findings.add(reason + ": " + line.strip()));
    }
    return findings;
  }

  /** Count the arguments of the call whose parenthesis opens before {@code at}. */
  private static int arguments(String line, int at) {
    int depth = 1;
    int count = 1;
    for (int i = at; i < line.length() && depth > 0; i++) {
      char c = line.charAt(i);
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 1) {
        count++;
      }
    }
    return count;
  }
}
