/**
 * Incidents exchanged with other control rooms as Emergency Incident Data Objects: NENA-STA-021.1b-2022, and the schema
 * of NENA911/EIDO-JSON at 7f62055d3060.
 */
@NullMarked
@NamedInterface("eido")
package org.openbeat.app.dispatch.eido;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
