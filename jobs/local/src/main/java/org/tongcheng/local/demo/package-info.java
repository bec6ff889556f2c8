/** The whole system on one machine, fed with a generated day. */
@NullMarked
package org.tongcheng.local.demo;

import org.jspecify.annotations.NullMarked;
