package io.github.seeingdigits.figure;

import io.github.seeingdigits.network.Network;

/**
 * A network as it is shown beside others.
 *
 * @param title from its record
 * @param accuracy the part of the test digits that it reads correctly
 * @param bytes the size of the file that the page loads
 */
public record PublishedNetwork(String id, String title, Network network, double accuracy, int bytes) {}
