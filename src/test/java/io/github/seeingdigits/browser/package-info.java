/**
 * The built site in a real browser. These tests read {@code site/} as a visitor would: they draw, press and look. They run
 * after the bake, in Maven's integration-test phase.
 */
package io.github.seeingdigits.browser;
