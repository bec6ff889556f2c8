/** Keyed operators of the water job: state and timers; the rules are in the domain. */
@NullMarked
package org.tongcheng.water.operator;

import org.jspecify.annotations.NullMarked;
