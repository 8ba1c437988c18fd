package io.github.greenscreen.power;

/**
 * The energy, power, and other measurements between two moments. Missing values are NaN, and energy
 * and mean power refer to the covered time only: gaps are not estimated.
 *
 * @param seconds length of the window
 * @param coveredSeconds part of it in which the power of every device is known
 * @param sampledSeconds part of the covered time that samples support; an interval with lost
 *     samples is covered if it is bridged, but counts as sampled for one period only
 * @param energyWh energy of all devices in watt-hours
 * @param meanPowerW sum over the devices of energy ÷ covered time, in watts
 * @param temperatureC last temperature of the hottest device in degrees Celsius
 * @param utilizationPercent time-weighted mean utilisation, averaged over the devices
 * @param memoryMiB peak memory in use on any one device
 * @param gaps number of intervals without power readings, over all devices
 * @param longestGapSeconds the longest of them, clipped to the window
 */
public record PowerWindow(
    double seconds,
    double coveredSeconds,
    double sampledSeconds,
    double energyWh,
    double meanPowerW,
    double temperatureC,
    double utilizationPercent,
    double memoryMiB,
    int gaps,
    double longestGapSeconds) {}
