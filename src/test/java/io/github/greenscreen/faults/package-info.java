/**
 * Breaks something real in every case and looks at what the program makes of it: processes are
 * killed, disks are full, files are cut off, meters lie. {@code Scene} is one case with its folder
 * and processes, {@code Aftermath} what must hold after every one of them, {@code FaultTable}
 * prints all cases and their outcomes at the end. Run alone by {@code mvn verify -Dgroups=faults}.
 */
package io.github.greenscreen.faults;
