/**
 * Pictures that residents send. What is stored is drawn anew from the pixels, so nothing that a camera wrote beside
 * them survives: no position, no time, no serial number, no hidden thumbnail.
 */
@NullMarked
package org.openbeat.app.desk.photo;

import org.jspecify.annotations.NullMarked;
