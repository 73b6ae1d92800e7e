package io.github.seeingdigits.demos;

import java.util.ArrayList;
import java.util.List;

/** A few things by their names, found by looking through all: a page has a handful, and {@code HashMap} weighs more than this. */
final class Named<T> {
    private final List<String> names = new ArrayList<>();
    private final List<T> things = new ArrayList<>();

    private int find(String name) {
        int i = names.size() - 1;
        while (i >= 0 && !names.get(i).equals(name)) {
            i--;
        }
        return i;
    }

    /** The thing of this name, the newest if there are several, or null. */
    T get(String name) {
        int i = find(name);
        return i < 0 ? null : things.get(i);
    }

    /** Keeps a thing under a name. */
    void put(String name, T thing) {
        names.add(name);
        things.add(thing);
    }

    /** Takes away the thing of this name and returns it; null if there is none. */
    T remove(String name) {
        int i = find(name);
        if (i < 0) {
            return null;
        }
        names.remove(i);
        return things.remove(i);
    }
}
