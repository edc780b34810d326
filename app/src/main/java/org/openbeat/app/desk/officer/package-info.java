/** Who answers for a beat: the officer whom residents can name. */
@NullMarked
@NamedInterface("officer")
package org.openbeat.app.desk.officer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
