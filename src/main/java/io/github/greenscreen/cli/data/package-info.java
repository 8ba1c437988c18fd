/**
 * The commands {@code data}, {@code data fetch}, {@code data info}, and {@code data verify}, which
 * download, describe, and check the image data sets. They print what the package {@code data}
 * returns and hold no format knowledge of their own.
 */
package io.github.greenscreen.cli.data;
