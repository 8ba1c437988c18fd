/**
 * The checks of a machine: Java, engine, data, meters, precisions, throughput, and the acceptance
 * run. {@code SystemDiagnostics} makes the checks that {@code doctor} always shows, each of which
 * returns a {@code CheckResult} with a status and advice; the other public classes each do one task
 * of that command. This package knows the engine only through its port, and no command.
 */
package io.github.greenscreen.doctor;
