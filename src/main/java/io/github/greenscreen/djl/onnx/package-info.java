/**
 * Graphs of ONNX (<a href="https://github.com/onnx/onnx/blob/main/docs/IR.md">Open Neural Network
 * Exchange</a>). An {@code OnnxGraph} collects nodes, to which layers write themselves, and
 * weights; only this package knows the messages of the format. It does not know which layers exist.
 */
package io.github.greenscreen.djl.onnx;
