package org.openbeat.app.kernel;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items the rows of this page
 * @param number number of this page, counted from 1
 * @param size rows a page
 * @param total rows in the whole list
 */
public record Page<T>(List<T> items, int number, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasNext() {
        return number < pages();
    }

    public boolean hasPrevious() {
        return number > 1;
    }
}
