package org.openbeat.app.desk.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.desk.draft.Draft;
import org.openbeat.app.kernel.GeoPoint;

/** What the page of the place sends. */
class PlaceForm {
    /** What the sender wants done with it. */
    enum Wish {
        FIND,
        NEXT,
        DESCRIBE,
        NONE
    }

    static final String UNSURE = "?";
    private static final Pattern SIDE = Pattern.compile("[A-Za-z0-9-]{1,20}");

    private String typed = "";
    private String choice = "";
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private String source = "";
    private String side = "";
    private boolean outsideConfirmed;
    private Wish wish = Wish.NEXT;

    static PlaceForm of(Draft.Place place) {
        var form = new PlaceForm();
        form.show(place);
        form.side = place.beat() == null ? "" : place.beat();
        return form;
    }

    /** The position of the map or the device; null where none was sent or it is none. */
    @Nullable
    GeoPoint point() {
        var lat = latitude;
        var lon = longitude;
        if (lat == null || lon == null || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) {
            return null;
        }
        return new GeoPoint(lat, lon);
    }

    Whereabouts.Source pointSource() {
        return source.equals("DEVICE") ? Whereabouts.Source.DEVICE : Whereabouts.Source.MAP;
    }

    /** The side of a boundary: a beat's code, {@link #UNSURE}, or null while it was not asked. */
    @Nullable
    String side() {
        return side.equals(UNSURE) || SIDE.matcher(side).matches() ? side : null;
    }

    /** Shows a place that was found as the one that the page is about. */
    void show(Draft.Place place) {
        typed = place.typed();
        choice = "";
        latitude = place.latitude();
        longitude = place.longitude();
        source = place.source().name();
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    public String getChoice() {
        return choice;
    }

    public void setChoice(String choice) {
        this.choice = choice;
    }

    public @Nullable Double getLatitude() {
        return latitude;
    }

    public void setLatitude(@Nullable Double latitude) {
        this.latitude = latitude;
    }

    public @Nullable Double getLongitude() {
        return longitude;
    }

    public void setLongitude(@Nullable Double longitude) {
        this.longitude = longitude;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getSide() {
        return side;
    }

    public void setSide(String side) {
        this.side = side;
    }

    public boolean isOutsideConfirmed() {
        return outsideConfirmed;
    }

    public void setOutsideConfirmed(boolean outsideConfirmed) {
        this.outsideConfirmed = outsideConfirmed;
    }

    public Wish getWish() {
        return wish;
    }

    public void setWish(Wish wish) {
        this.wish = wish;
    }
}
