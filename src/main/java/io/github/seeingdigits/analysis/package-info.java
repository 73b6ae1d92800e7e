/**
 * What can be computed about a trained network: which units speak, for which digits, and what is lost without them; and what a
 * page can train by itself.
 *
 * <p>Training measures with these classes and figures in the page show with them, so they see {@code network} and
 * {@code digit}, and keep to what a browser can run. No files, no pictures.
 */
package io.github.seeingdigits.analysis;
