/** Compact serializers: what they have in common, and that of results. */
@NullMarked
package org.tongcheng.plumbing.serial;

import org.jspecify.annotations.NullMarked;
