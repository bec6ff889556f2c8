/** Bytes to domain and back: one codec per schema. */
@NullMarked
package org.tongcheng.wire;

import org.jspecify.annotations.NullMarked;
