/** Two questions to whoever sent a report, asked once; answers count for the beat. */
@NullMarked
@NamedInterface("survey")
package org.openbeat.app.desk.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
