package io.github.seeingdigits.figure;

import io.github.seeingdigits.analysis.FeatureMaps;

/** One cell of a network's feature maps, and which of the maps it looks at is shown. */
public final class CellChoice {
    public final int stage;
    public final int map;
    private final int cell;
    private final int channel;

    /**
     * A choice; numbers are from 0.
     *
     * @param cell counted row by row; −1 for the one with the largest number, whichever that is
     * @param channel a map of the stage before that a convolution looks at; −1 for the one that gives most
     */
    public CellChoice(int stage, int map, int cell, int channel) {
        this.stage = stage;
        this.map = map;
        this.cell = cell;
        this.channel = channel;
    }

    /** The cell, counted row by row. */
    public int cell(FeatureMaps maps) {
        return cell < 0 ? maps.peak(stage, map) : cell;
    }

    /** The map of the stage before whose window and kernel are shown. */
    public int channel(FeatureMaps maps) {
        if (channel >= 0) {
            return channel;
        }
        int most = 0;
        for (int c = 1; c < maps.channels(stage); c++) {
            if (Math.abs(maps.sum(stage, map, c, cell(maps))) > Math.abs(maps.sum(stage, map, most, cell(maps)))) {
                most = c;
            }
        }
        return most;
    }

    /** The cell so many columns to the right and rows below, as far as the map goes. */
    public CellChoice moved(FeatureMaps maps, int right, int down) {
        int columns = maps.columns(stage);
        int at = cell(maps);
        int column = Math.max(0, Math.min(columns - 1, at % columns + right));
        int row = Math.max(0, Math.min(maps.cells(stage) / columns - 1, at / columns + down));
        return new CellChoice(stage, map, row * columns + column, channel);
    }

    /** The same cell, seen through another of the maps before it. */
    public CellChoice through(int other) {
        return new CellChoice(stage, map, cell, other);
    }

    /** As it stands in an address. */
    public String encode() {
        return stage + "," + map + "," + cell + "," + channel;
    }

    /** What {@link #encode} wrote, as numbers; null unless there is such a cell. */
    public static CellChoice of(int[] numbers, FeatureMaps maps) {
        boolean exists = numbers != null
                && numbers[0] >= 0
                && numbers[0] < maps.stages()
                && numbers[1] >= 0
                && numbers[1] < maps.maps(numbers[0])
                && numbers[2] >= -1
                && numbers[2] < maps.cells(numbers[0])
                && numbers[3] >= -1
                && numbers[3] < maps.channels(numbers[0]);
        return exists ? new CellChoice(numbers[0], numbers[1], numbers[2], numbers[3]) : null;
    }
}
