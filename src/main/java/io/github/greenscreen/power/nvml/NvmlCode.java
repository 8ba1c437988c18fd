package io.github.greenscreen.power.nvml;

import java.util.Arrays;
import java.util.Optional;

/** The return codes of NVML that mean a failure, by the names and numbers of {@code nvml.h}. */
public enum NvmlCode {
  /** The session has ended or never began. */
  UNINITIALIZED(1),
  /** An argument is wrong. */
  INVALID_ARGUMENT(2),
  /** This GPU cannot tell. */
  NOT_SUPPORTED(3),
  /** This user may not know. */
  NO_PERMISSION(4, "permission denied: this user needs access to /dev/nvidia*"),
  /** Deprecated by NVML. */
  ALREADY_INITIALIZED(5),
  /** There is no such device. */
  NOT_FOUND(6),
  /** The list does not fit. */
  INSUFFICIENT_SIZE(7),
  /** A power cable is missing. */
  INSUFFICIENT_POWER(8, "check the power cables of the GPU"),
  /** The kernel has no driver. */
  DRIVER_NOT_LOADED(9, "load it with: sudo modprobe nvidia"),
  /** The driver took too long. */
  TIMEOUT(10),
  /** Interrupts of the GPU fail. */
  IRQ_ISSUE(11),
  /** A library that NVML needs is missing. */
  LIBRARY_NOT_FOUND(12, "reinstall the NVIDIA driver"),
  /** This version of NVML is too old. */
  FUNCTION_NOT_FOUND(13, "it needs a newer NVIDIA driver"),
  /** The GPU's own memory is broken. */
  CORRUPTED_INFOROM(14),
  /** The GPU has fallen off the bus. */
  GPU_IS_LOST(15, "restart the machine to recover it"),
  /** The GPU must be reset. */
  RESET_REQUIRED(16, "reset it with: sudo nvidia-smi --gpu-reset"),
  /** The operating system keeps the GPU back. */
  OPERATING_SYSTEM(17),
  /** The library is of another version than the driver in the kernel. */
  LIB_RM_VERSION_MISMATCH(18, "the driver was updated: restart the machine"),
  /** Somebody uses the GPU. */
  IN_USE(19),
  /** Memory is short. */
  MEMORY(20),
  /** Nothing was measured. */
  NO_DATA(21),
  /** Resources are short. */
  INSUFFICIENT_RESOURCES(23),
  /** A structure has the wrong version. */
  ARGUMENT_VERSION_MISMATCH(25),
  /** The function is no longer there. */
  DEPRECATED(26),
  /** Too early. */
  NOT_READY(27),
  /** There is no GPU. */
  GPU_NOT_FOUND(28),
  /** The driver itself does not know. */
  UNKNOWN(999);

  private final int number;
  private final String advice;

  NvmlCode(int number) {
    this(number, "");
  }

  NvmlCode(int number, String advice) {
    this.number = number;
    this.advice = advice;
  }

  /** Return the code with that number, if it has a name. */
  public static Optional<NvmlCode> of(int number) {
    return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
  }

  /** Return the number in {@code nvml.h}. */
  public int number() {
    return number;
  }

  /** Return what to do about it, empty where nothing helps. */
  String advice() {
    return advice;
  }
}
