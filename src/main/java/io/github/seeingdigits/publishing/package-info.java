/**
 * From articles and models to the site: front matter, interpolation, Markdown, figures at rest as SVG, assets, the bake with
 * JBake, the checks on its result, and the preview.
 *
 * <p>It runs on the JVM, fast, and reads what training left in {@code models/}; it never trains, and never sees
 * {@code training} or {@code demos}. {@link io.github.seeingdigits.publishing.Publish} is the place to begin reading.
 * Whatever is wrong with the sources is a {@link io.github.seeingdigits.publishing.PublishException} that names the file, the
 * line, what was found and what to do; then the site that stood before stays as it was.
 */
package io.github.seeingdigits.publishing;
