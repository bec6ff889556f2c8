/** Tests of {@code org.tongcheng.transit.window}. */
@NullMarked
package org.tongcheng.transit.window;

import org.jspecify.annotations.NullMarked;
