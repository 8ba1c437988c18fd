/**
 * File access for run folders: atomic replacement, appending whole lines with a flush, checksums,
 * and the identity of processes. It knows no format and no run.
 */
package io.github.greenscreen.run.io;
