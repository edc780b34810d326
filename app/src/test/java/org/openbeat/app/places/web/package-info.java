@NullMarked
package org.openbeat.app.places.web;

import org.jspecify.annotations.NullMarked;
