/**
 * Evaluation of a network: cross entropy, the confusion matrix with accuracy and F1, and the times
 * of the phases of an epoch. Numbers stay on the device until an epoch ends.
 */
package io.github.greenscreen.djl.metric;
