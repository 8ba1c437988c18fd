package io.github.greenscreen.power;

/**
 * What the meter saw between two moments. What it did not see is NaN, and energy and mean power are
 * those of the covered time alone: nothing is guessed for gaps.
 *
 * @param seconds length of the window
 * @param coveredSeconds part of it in which the power of every device is known
 * @param sampledSeconds part of the covered time that samples vouch for; a stretch in which samples
 *     were lost is covered where it is bridged, and sampled for one period only
 * @param energyWh energy of all devices in watt-hours
 * @param meanPowerW sum over the devices of energy ÷ covered time, in watts
 * @param temperatureC last temperature of the hottest device in degrees Celsius
 * @param utilizationPercent time-weighted mean utilisation, averaged over the devices
 * @param memoryMiB most memory that was in use on any one device
 * @param gaps number of stretches without power readings, over all devices
 * @param longestGapSeconds the longest of them, as far as it lies in the window
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
