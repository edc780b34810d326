package org.openbeat.engine.response;

/** Why a travel time is only a straight-line guess. */
public enum NoRoad {
    /** No map was imported. */
    NO_MAP,
    /** One of the two points is too far from every road of the map. */
    AWAY_FROM_ROADS,
    /** Both points are on roads, but no lawful way leads from one to the other. */
    NO_WAY
}
