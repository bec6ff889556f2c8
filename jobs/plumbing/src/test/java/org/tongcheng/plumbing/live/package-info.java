@NullMarked
package org.tongcheng.plumbing.live;

import org.jspecify.annotations.NullMarked;
