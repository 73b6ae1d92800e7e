/**
 * Neural networks and nothing else: layers with their derivatives, losses, optimisers, initialisers, seeded random
 * numbers and the compact model format.
 *
 * <p>The same classes train on the JVM and run in the reader's browser, so this package sees only {@code java.lang} and
 * {@code java.util}, and avoids what makes a browser bundle large or slow ({@code String.format}, regular expressions,
 * {@code long} loop counters). Files, threads and pictures live elsewhere.
 */
package io.github.seeingdigits.network;
