/** Tests of second factors. */
@NullMarked
package org.openbeat.app.access.factors;

import org.jspecify.annotations.NullMarked;
