@NullMarked
package org.tongcheng.plumbing.job;

import org.jspecify.annotations.NullMarked;
