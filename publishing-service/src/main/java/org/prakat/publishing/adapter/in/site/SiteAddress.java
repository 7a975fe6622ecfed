package org.prakat.publishing.adapter.in.site;

import java.net.URI;

/**
 * Where the public reaches the site. It is configured, and never taken from a call: who calls could name any address.
 *
 * @param base without a slash at the end
 */
record SiteAddress(String base) {

    static SiteAddress of(URI configured) {
        return new SiteAddress(configured.toString().replaceAll("/+$", ""));
    }

    /** The whole address of a path on the site. */
    public String of(String path) {
        return base + path;
    }
}
