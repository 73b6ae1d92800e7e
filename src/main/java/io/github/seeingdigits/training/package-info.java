/**
 * Experiments and what runs them: recipes, the trainer, measurements, records, and the {@code ./train} command.
 *
 * <p>Slow and seeded, JVM only: training writes {@code models/<id>/} and never draws. It sees {@code network}, {@code digit},
 * {@code analysis} and {@code data}; it knows nothing of articles, figures or the page. One experiment is one class in
 * {@code training.experiment}, found by looking, so that adding one touches one file.
 */
package io.github.seeingdigits.training;
