package org.openbeat.app.access;

import org.openbeat.app.kernel.Sha256;

/**
 * A token that a browser keeps. The database knows its hash alone; it has 128 bits or more, so a plain hash cannot be
 * reversed by guessing.
 */
record Secret(String value) {

    byte[] hash() {
        return Sha256.of(value);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
