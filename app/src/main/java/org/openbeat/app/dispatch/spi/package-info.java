/** What dispatch asks of modules above it. */
@NullMarked
@NamedInterface("spi")
package org.openbeat.app.dispatch.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
