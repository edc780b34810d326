/** The board, call-taking, the crew page and the JSON API. */
@NullMarked
package org.openbeat.app.dispatch.web;

import org.jspecify.annotations.NullMarked;
