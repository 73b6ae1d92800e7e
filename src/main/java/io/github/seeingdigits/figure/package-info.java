/**
 * Pictures: one class per figure, drawn on a {@link io.github.seeingdigits.figure.Surface}.
 *
 * <p>A figure knows what to draw and nothing about where: when the site is built the surface writes SVG, in the page it
 * paints a canvas. It sees {@code network}, {@code digit} and {@code analysis}; never a file, an element or an event.
 */
package io.github.seeingdigits.figure;
