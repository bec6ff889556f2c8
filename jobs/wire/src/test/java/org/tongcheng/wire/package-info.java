/** Tests of the codecs, alone and against the schemas. */
@NullMarked
package org.tongcheng.wire;

import org.jspecify.annotations.NullMarked;
