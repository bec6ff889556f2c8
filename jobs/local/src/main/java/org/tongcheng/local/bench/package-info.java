/** How fast the transit job is, next to a plain loop over the same taps. */
@NullMarked
package org.tongcheng.local.bench;

import org.jspecify.annotations.NullMarked;
