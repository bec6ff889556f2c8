/** Keyed operators of the air job: state and timers; the rules are in the domain. */
@NullMarked
package org.tongcheng.air.operator;

import org.jspecify.annotations.NullMarked;
