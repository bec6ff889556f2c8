/** The jobs over a time that has been: from Kafka, from the archive, from both, or from recorded files. */
@NullMarked
package org.tongcheng.local.replay;

import org.jspecify.annotations.NullMarked;
