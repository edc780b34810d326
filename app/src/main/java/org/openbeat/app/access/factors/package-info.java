/** Second factors: authenticator apps and recovery codes. A nested part of access; knows the kernel and the events. */
@NullMarked
package org.openbeat.app.access.factors;

import org.jspecify.annotations.NullMarked;
