/** What can be done with requests and notices. */
@NullMarked
package org.prakat.request.application;

import org.jspecify.annotations.NullMarked;
