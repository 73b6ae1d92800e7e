/**
 * One class for each experiment, each reading like the recipe in a paper. A class put here is found by {@code ./train};
 * there is no list to keep. Machinery does not live here.
 */
package io.github.seeingdigits.training.experiment;
