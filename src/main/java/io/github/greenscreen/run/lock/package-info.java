/**
 * Lock files that keep two processes out of one folder. A lock names its owner by host, process,
 * and start time, so that the lock of a dead process is recognised and taken over.
 */
package io.github.greenscreen.run.lock;
