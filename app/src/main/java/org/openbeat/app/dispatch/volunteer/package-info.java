/** People who come to help without an account, and their hours. */
@NullMarked
@NamedInterface("volunteer")
package org.openbeat.app.dispatch.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
