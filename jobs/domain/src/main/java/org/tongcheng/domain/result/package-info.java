/** What goes out: one envelope for every measurement. */
@NullMarked
package org.tongcheng.domain.result;

import org.jspecify.annotations.NullMarked;
