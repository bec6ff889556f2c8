package org.tongcheng.archive.index;

import java.time.LocalDate;
import java.util.List;

/**
 * A date of which an archive lacks something.
 *
 * @param partitions those without a folder, of all that the feed has on any date; all of them where the date has none
 */
public record MissingFolder(LocalDate date, List<Integer> partitions) {}
