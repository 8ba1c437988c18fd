/**
 * greenscreen: finds the way of training that buys the most accuracy for the least energy. The root
 * holds the main class alone, which puts the parts of the program together and runs one command.
 * Each room below it tells its own story; none imports from a room above itself.
 */
package io.github.greenscreen;
