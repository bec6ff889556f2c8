/** Tests of the feeds generator, most of them against the real decoders. */
@NullMarked
package org.tongcheng.local.feeds;

import org.jspecify.annotations.NullMarked;
