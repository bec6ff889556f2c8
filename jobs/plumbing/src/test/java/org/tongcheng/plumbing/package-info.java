/** What the tests of this room share. */
@NullMarked
package org.tongcheng.plumbing;

import org.jspecify.annotations.NullMarked;
