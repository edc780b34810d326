package org.openbeat.engine.response.survival;

import java.time.Duration;

/**
 * A time at which at least one of the watched ended.
 *
 * @param atRisk how many had neither ended nor been lost from sight just before
 * @param ended how many ended at this time
 * @param remaining the estimated share for which it takes longer than this time
 * @param standardError of that share, by Greenwood's formula; 0 once nobody is left
 * @param low lower end of the 95 % interval of the share
 * @param high its upper end
 */
public record Step(
        Duration time, int atRisk, int ended, double remaining, double standardError, double low, double high) {}
