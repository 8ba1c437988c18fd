package io.github.greenscreen.power;

/**
 * The power of all devices at one moment.
 *
 * @param millis milliseconds since 1970
 * @param watts the sum of their powers; NaN if the power of a device is unknown
 */
public record TotalPower(long millis, double watts) {}
