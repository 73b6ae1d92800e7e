/**
 * What runs in the reader's browser: one class per live figure, and the runtime they share (stages, the current digit,
 * models, a canvas to draw on).
 *
 * <p>TeaVM compiles this package, and what it uses of {@code network}, {@code digit}, {@code analysis} and {@code figure}, to
 * one script. Everything that touches the browser goes through {@link io.github.seeingdigits.demos.Browser} or TeaVM's JSO;
 * training never meets this package.
 */
package io.github.seeingdigits.demos;
