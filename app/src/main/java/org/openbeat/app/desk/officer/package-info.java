/** Who answers for a beat: the officer whom residents can name. */
@NullMarked
package org.openbeat.app.desk.officer;

import org.jspecify.annotations.NullMarked;
