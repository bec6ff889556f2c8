/** The jobs over recorded files, without servers. */
@NullMarked
package org.tongcheng.local.run;

import org.jspecify.annotations.NullMarked;
