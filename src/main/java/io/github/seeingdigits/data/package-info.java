/**
 * Files that the JVM reads and writes: MNIST (its format, where it is kept, how it is fetched), model folders with their
 * safetensors, and the atomic write that all of them use.
 *
 * <p>Everything here checks what it reads and answers with a {@link io.github.seeingdigits.data.DataException} that names
 * the file. It sees {@code network} and nothing else of ours; how a model came about is {@code training}'s business, how
 * it is shown is {@code publishing}'s.
 */
package io.github.seeingdigits.data;
