/** Tests of {@code org.tongcheng.transit.operator}. */
@NullMarked
package org.tongcheng.transit.operator;

import org.jspecify.annotations.NullMarked;
