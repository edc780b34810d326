/** Tests of signing in by an identity provider. */
@NullMarked
package org.openbeat.app.access.oidc;

import org.jspecify.annotations.NullMarked;
