/**
 * The command {@code doctor}: converts its options, lets {@code doctor} check the machine, and
 * prints the results as a table or JSON.
 */
package io.github.greenscreen.cli.doctor;
