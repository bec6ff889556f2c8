/** Compact serializers of what crosses the hot channels and fills the large states. */
@NullMarked
package org.tongcheng.transit.serial;

import org.jspecify.annotations.NullMarked;
