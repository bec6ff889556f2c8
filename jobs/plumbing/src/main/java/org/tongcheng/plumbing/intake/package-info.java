/** What every feed goes through before a job sees it: gate, duplicates, corrections. */
@NullMarked
package org.tongcheng.plumbing.intake;

import org.jspecify.annotations.NullMarked;
