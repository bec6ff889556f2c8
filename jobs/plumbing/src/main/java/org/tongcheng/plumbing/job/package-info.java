/** What the jobs have in common: settings, the strict environment, what a topology returns. */
@NullMarked
package org.tongcheng.plumbing.job;

import org.jspecify.annotations.NullMarked;
