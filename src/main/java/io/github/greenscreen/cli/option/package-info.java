/**
 * Groups of options that several commands share, such as meter, limits, data set, and search space.
 * Each group validates its values and returns a plain record or value; it starts nothing and does
 * not know the commands that mix it in.
 */
package io.github.greenscreen.cli.option;
