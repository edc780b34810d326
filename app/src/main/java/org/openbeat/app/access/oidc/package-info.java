/** Signing in by an organisation's identity provider (OpenID Connect). A nested part of access; knows the kernel. */
@NullMarked
package org.openbeat.app.access.oidc;

import org.jspecify.annotations.NullMarked;
