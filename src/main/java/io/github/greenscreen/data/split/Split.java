package io.github.greenscreen.data.split;

/**
 * The training, validation, and test images: three disjoint lists of indices into an {@link
 * ImageSet}.
 *
 * @param training indices of the training images
 * @param validation indices of the validation images
 * @param test indices of the test images, evaluated once, after training; none if the data set
 *     defines its validation images but no test images
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by convention, large
public record Split(int[] training, int[] validation, int[] test) {}
