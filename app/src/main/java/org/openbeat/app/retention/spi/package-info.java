/** The kinds of data that have a schedule. */
@NullMarked
@NamedInterface("spi")
package org.openbeat.app.retention.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
