/**
 * The command {@code doctor} and its checks: Java, engine, data, meters, precision, throughput, and
 * the acceptance run. Each check returns a {@code CheckResult} with a status and advice; the
 * command prints all of them as a table or JSON.
 */
package io.github.greenscreen.cli.doctor;
