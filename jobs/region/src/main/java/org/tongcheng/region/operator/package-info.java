/** Operators of the region job: state and timers; the rules are in the domain. */
@NullMarked
package org.tongcheng.region.operator;

import org.jspecify.annotations.NullMarked;
