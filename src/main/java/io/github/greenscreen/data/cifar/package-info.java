/**
 * CIFAR's binary layouts: finding the folder of a data set, naming its files, and parsing its
 * records into image sets, with the position of a broken record in the error message.
 */
package io.github.greenscreen.data.cifar;
