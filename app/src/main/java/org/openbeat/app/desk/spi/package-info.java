/** What the desk asks of modules above it. */
@NullMarked
@NamedInterface("spi")
package org.openbeat.app.desk.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
