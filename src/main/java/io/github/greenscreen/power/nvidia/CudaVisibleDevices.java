package io.github.greenscreen.power.nvidia;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The GPUs that {@code CUDA_VISIBLE_DEVICES} makes visible, in its order. As in CUDA, the first
 * entry that identifies no GPU hides itself and all later ones.
 *
 * @param all whether the variable is not set, so that every GPU is visible
 * @param words its entries: numbers, UUIDs or their prefixes, MIG devices
 */
public record CudaVisibleDevices(boolean all, List<String> words) {
  private static final Pattern WORD =
      Pattern.compile("\\d{1,3}|GPU-[0-9a-z-]+|MIG-[0-9a-z/-]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern OLD_MIG =
      Pattern.compile("MIG-(GPU-[0-9a-f-]+)/\\d+/\\d+", Pattern.CASE_INSENSITIVE);

  /** Parse the value of the variable; null if it is not set. */
  static CudaVisibleDevices of(String variable) {
    if (variable == null) {
      return new CudaVisibleDevices(true, List.of());
    }
    List<String> words = new ArrayList<>();
    for (String part : variable.split(",", -1)) {
      String word = part.strip();
      if (!WORD.matcher(word).matches()) {
        break;
      }
      words.add(word);
    }
    return new CudaVisibleDevices(false, List.copyOf(words));
  }

  /** Return whether all GPUs are hidden. */
  public boolean none() {
    return !all && words.isEmpty();
  }

  /** Return whether an entry is the UUID of a MIG device that does not identify its board. */
  boolean asksForBoards() {
    return words.stream().anyMatch(word -> isMig(word) && !OLD_MIG.matcher(word).matches());
  }

  /** Return the entries that are MIG devices. */
  public List<String> migs() {
    return words.stream().filter(CudaVisibleDevices::isMig).toList();
  }

  /** Return whether GPUs are identified by their position in CUDA's order. */
  boolean usesNumbers() {
    return words.stream().anyMatch(CudaVisibleDevices::isNumber);
  }

  /**
   * Select among {@code gpus}, each once: two MIG devices of one board are one GPU to the meter.
   *
   * @param gpus all GPUs of the machine, ordered by bus
   * @param boards UUID of the board by UUID of the MIG device, in lower case
   */
  List<Gpu> select(List<Gpu> gpus, Map<String, String> boards) {
    if (all) {
      return gpus;
    }
    Set<Gpu> chosen = new LinkedHashSet<>();
    for (String word : words) {
      Optional<Gpu> gpu = find(word, gpus, boards);
      if (gpu.isEmpty()) {
        break;
      }
      chosen.add(gpu.get());
    }
    return List.copyOf(chosen);
  }

  private static Optional<Gpu> find(String word, List<Gpu> gpus, Map<String, String> boards) {
    if (isNumber(word)) {
      int number = Integer.parseInt(word);
      return gpus.stream().filter(gpu -> gpu.index() == number).findFirst();
    }
    Matcher old = OLD_MIG.matcher(word);
    if (old.matches()) {
      return unique(old.group(1), gpus);
    }
    String uuid = isMig(word) ? boards.get(lower(word)) : word;
    return uuid == null ? Optional.empty() : unique(uuid, gpus);
  }

  /** Return the only GPU whose UUID starts with {@code beginning}. */
  private static Optional<Gpu> unique(String beginning, List<Gpu> gpus) {
    List<Gpu> found =
        gpus.stream().filter(gpu -> lower(gpu.uuid()).startsWith(lower(beginning))).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }

  private static boolean isMig(String word) {
    return lower(word).startsWith("mig-");
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
