package io.github.greenscreen.data;

/**
 * Which images train, validate and test: three disjoint lists of indices into an {@link ImageSet}.
 *
 * @param training indices of the training images
 * @param validation indices of the validation images
 * @param test indices of the test images, looked at once, after training
 */
@SuppressWarnings("ArrayRecordComponent") // read only by convention, large
public record Split(int[] training, int[] validation, int[] test) {}
