package io.github.greenscreen.power.nvml;

import java.util.Arrays;
import java.util.Optional;

/** The failure codes of NVML, with the names and numbers of {@code nvml.h}. */
public enum NvmlCode {
  /** The session has ended or never began. */
  UNINITIALIZED(1),
  /** An argument is invalid. */
  INVALID_ARGUMENT(2),
  /** This GPU does not support the query. */
  NOT_SUPPORTED(3),
  /** This user has no permission. */
  NO_PERMISSION(4, "permission denied: this user needs access to /dev/nvidia*"),
  /** Deprecated by NVML. */
  ALREADY_INITIALIZED(5),
  /** The device does not exist. */
  NOT_FOUND(6),
  /** The buffer is too small. */
  INSUFFICIENT_SIZE(7),
  /** A power cable is missing. */
  INSUFFICIENT_POWER(8, "check the power cables of the GPU"),
  /** The kernel has no driver. */
  DRIVER_NOT_LOADED(
      9, "if the machine has an NVIDIA GPU, load its driver with: sudo modprobe nvidia"),
  /** The driver took too long. */
  TIMEOUT(10, "the driver took too long: look for its fault with: sudo dmesg"),
  /** Interrupts of the GPU fail. */
  IRQ_ISSUE(11, "look for the fault of the driver with: sudo dmesg"),
  /** A library that NVML needs is missing. */
  LIBRARY_NOT_FOUND(12, "reinstall the NVIDIA driver"),
  /** This version of NVML is too old. */
  FUNCTION_NOT_FOUND(13, "it needs a newer NVIDIA driver"),
  /** The GPU's configuration memory is corrupt. */
  CORRUPTED_INFOROM(14),
  /** The GPU has fallen off the bus. */
  GPU_IS_LOST(15, "restart the machine to recover it"),
  /** The GPU must be reset. */
  RESET_REQUIRED(16, "reset it with: sudo nvidia-smi --gpu-reset"),
  /** The operating system blocks the GPU. */
  OPERATING_SYSTEM(17, "allow this process or container to use /dev/nvidia*"),
  /** Library and kernel driver differ in version. */
  LIB_RM_VERSION_MISMATCH(
      18, "the driver was updated while it ran: restart the machine, or reload the driver"),
  /** The GPU is in use. */
  IN_USE(19),
  /** Memory is insufficient. */
  MEMORY(20),
  /** Nothing was measured. */
  NO_DATA(21),
  /** Resources are insufficient. */
  INSUFFICIENT_RESOURCES(23),
  /** A structure has the wrong version. */
  ARGUMENT_VERSION_MISMATCH(25),
  /** The function no longer exists. */
  DEPRECATED(26),
  /** The data is not ready yet. */
  NOT_READY(27),
  /** No GPU exists. */
  GPU_NOT_FOUND(28),
  /** The driver reports an unknown error. */
  UNKNOWN(999, "restart the container if there is one, or look for the fault with: sudo dmesg");

  private final int number;
  private final String advice;

  NvmlCode(int number) {
    this(number, "");
  }

  NvmlCode(int number, String advice) {
    this.number = number;
    this.advice = advice;
  }

  /** Return the code with {@code number}, if it has a name. */
  public static Optional<NvmlCode> of(int number) {
    return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
  }

  /** Return the number in {@code nvml.h}. */
  public int number() {
    return number;
  }

  /** Return the remedy, or empty if none is known. */
  public String advice() {
    return advice;
  }
}
