package org.openbeat.app.desk.photo;

/** A picture drawn anew, as JPEG, with a small one beside it. */
record Picture(int width, int height, byte[] jpeg, byte[] thumbnail) {}
