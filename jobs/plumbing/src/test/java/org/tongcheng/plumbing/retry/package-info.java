@NullMarked
package org.tongcheng.plumbing.retry;

import org.jspecify.annotations.NullMarked;
