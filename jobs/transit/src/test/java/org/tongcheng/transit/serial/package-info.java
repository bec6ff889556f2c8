/** Tests of {@code org.tongcheng.transit.serial}. */
@NullMarked
package org.tongcheng.transit.serial;

import org.jspecify.annotations.NullMarked;
