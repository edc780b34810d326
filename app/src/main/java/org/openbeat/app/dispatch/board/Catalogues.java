package org.openbeat.app.dispatch.board;

import java.util.Optional;

/** The store of the lists that an organisation may change. */
public interface Catalogues {

    Catalogue get();

    Optional<Catalogue.IncidentType> type(String code);
}
