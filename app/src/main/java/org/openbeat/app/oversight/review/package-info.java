/**
 * Random samples of finished work, each thing of them judged by two people who do not know of each other.
 * The machine draws and counts; it judges nothing.
 */
@NullMarked
package org.openbeat.app.oversight.review;

import org.jspecify.annotations.NullMarked;
