/**
 * From ink to the 28×28 picture that a network reads: strokes, the pen that turns them into pixels, and the fit that MNIST's
 * own digits went through; changes to such pictures, and digits drawn by many hands, for training.
 *
 * <p>The same code serves the pad in the page, the pictures drawn when the site is built, and the tests. It sees
 * {@code network} and nothing else of ours; no files, no events, no colours.
 */
package io.github.seeingdigits.digit;
