package org.openbeat.app.desk;

import java.util.List;

/**
 * What a member of staff sees of a report, after the reading was recorded.
 *
 * @param entries the whole history, oldest first
 * @param followers how many others said that it is the same
 */
public record Opened(Report report, List<Entry> entries, List<Tracked.Opening> openings, int followers) {}
