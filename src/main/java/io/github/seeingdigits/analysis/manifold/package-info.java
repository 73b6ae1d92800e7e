/**
 * What can be computed about the shape of a cloud of points, such as all images of one digit: its principal components, its
 * intrinsic dimension, who neighbours whom, the ways from one point to another, and whether it is a blob, a thin manifold or
 * a blob with tentacles. Clouds of known shape stand beside it, because each of these measures has a bias of its own that only
 * a control can show.
 *
 * <p>Points are rows of floats, distances are Euclidean and in the points' own unit. The rules of {@code analysis} hold: no
 * files, no pictures.
 */
package io.github.seeingdigits.analysis.manifold;
