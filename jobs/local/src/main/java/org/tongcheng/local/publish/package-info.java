/** Region directories: checked and published to the topic that jobs read them from. */
@NullMarked
package org.tongcheng.local.publish;

import org.jspecify.annotations.NullMarked;
