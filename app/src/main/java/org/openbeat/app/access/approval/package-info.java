/** The two-person rule: a dangerous act is proposed by one, approved by another, and executed once. */
@NullMarked
@NamedInterface("approval")
package org.openbeat.app.access.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
