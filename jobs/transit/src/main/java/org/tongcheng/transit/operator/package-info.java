/** Operators of the transit job: read state, ask the domain, write state, emit. */
@NullMarked
package org.tongcheng.transit.operator;

import org.jspecify.annotations.NullMarked;
