/**
 * The command {@code power}, which prints live readings of a power meter, records them, and
 * calibrates an estimate against a measured meter. It reads meters through the package {@code
 * power} and never trains.
 */
package io.github.greenscreen.cli.power;
