/** What people may ask about their own data: a copy, a correction, erasure; and what the desk keeps about them. */
@NullMarked
@NamedInterface("rights")
package org.openbeat.app.desk.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
